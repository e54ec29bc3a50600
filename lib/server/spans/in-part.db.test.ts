import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, traces } from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
import { outcomeOf } from "@/lib/spans/outcome";
import { readOtlpSpan } from "@/lib/spans/read-otlp-span";
import { settleTrace } from "@/lib/spans/settle";
import { emptySpan, type SpanRecord } from "@/lib/spans/span";
import { stampSpan } from "@/lib/spans/fold-span";
import { aSpan, chat } from "@/lib/spans/testing";
import { getKeyedDigest } from "@/lib/server/digest";
import { gatherTraces } from "./gather-traces";
import { normalSpan } from "./normal-span";
import { contentsOf } from "./testing";
import { openDoor } from "./testing-door";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const KINDS = ["chat", "chat", "chat", "execute_tool", "invoke_agent", "plain", "step"] as const;
type Row = [kind: (typeof KINDS)[number], parent: number, seed: number];

/** A span with what makes it depend on others: parents, answers, equal requests, failures, scopes. */
function spanOf(n: number, [kind, parent, seed]: Row): SpanRecord {
  const id = `s${n}`;
  const above = parent >= 12 ? null : `s${parent}`;
  const place = { at: seed * 7, ms: 5 + (seed % 5), scopeName: seed % 3 === 0 ? "one" : "two" };
  if (kind === "plain") return readOtlpSpan(aSpan(id, above, {}, { ...place, name: `part_${n}` }));
  if (kind === "step") return readOtlpSpan(aSpan(id, above, { step_type: `step_${seed}` }, place));
  const said = seed % 4;
  const asked = [{ role: "user", parts: [{ type: "text", content: `question ${said}` }] }];
  const attributes = chat({
    "gen_ai.operation.name": kind,
    "gen_ai.input.messages": JSON.stringify(asked),
    ...(seed % 5 === 0 && { "gen_ai.response.id": `r${said}` }),
    ...(kind === "invoke_agent" && { "gen_ai.agent.name": `agent ${n}` }),
  });
  const failed = seed % 4 === 1 ? { status: { code: 2, message: "429" } } : {};
  return readOtlpSpan(aSpan(id, above, attributes, { ...place, ...failed }));
}

/** What may come of a span later: a correction, a piece of its conversation, an outcome. */
function laterOf(span: SpanRecord, n: number, seed: number): SpanRecord[] {
  const later = emptySpan("t", span.spanId);
  const at = { at: "5", seq: seed, side: "input" as const };
  const piece = { ...at, message: { role: "user", content: `piece ${seed}` } };
  const answer = { ...at, side: "output" as const, message: { role: "assistant", content: "Yes" } };
  switch (seed) {
    case 3:
      return [
        { ...later, pieces: [piece] },
        { ...later, pieces: [answer] },
      ];
    case 5:
      return [stampSpan({ ...later, parentSpanId: `s${(n + 1) % 8}` }, "2")];
    case 7:
      return [stampSpan({ ...later, responseId: "r1" }, "2")];
    case 8:
      return [stampSpan({ ...later, role: "llm", agent: "corrected" }, "2")];
    case 10:
      return [{ ...later, environment: "production" }];
    case 11:
      return [{ ...later, environment: "staging" }];
    case 13:
      return [
        { ...later, outcomes: [outcomeOf("correct", n % 2, "span", { id: `o${n}`, at: "1" })] },
      ];
    case 14:
      return [{ ...emptySpan("t", ""), environment: "production", startNs: "5" }];
    default:
      return [];
  }
}

/** A trace of up to 14 spans in any order, in batches of any size, some of it sent again. */
const story = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(13), fc.nat(14)), {
    minLength: 2,
    maxLength: 14,
  })
  .map((rows) => rows.flatMap((row, n) => [spanOf(n, row), ...laterOf(spanOf(n, row), n, row[2])]))
  .chain((records) =>
    fc.record({
      records: fc.constant(records),
      sent: fc.shuffledSubarray([...records, ...records.slice(0, 3)], {
        minLength: Math.min(records.length + 3, 2 * records.length),
      }),
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 40, maxLength: 40 }),
    }),
  );

describe("settling a part of a trace", () => {
  it("ends in the same rows as settling all of it at once", { timeout: 600_000 }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ records, sent, sizes }) => {
        runs += 1;
        const whole = await openDoor(test.db, `whole ${runs}`, settleTrace);
        await whole.write(...records);
        const parts = await openDoor(test.db, `parts ${runs}`, settleTrace);
        for (let from = 0, turn = 0; from < sent.length; turn += 1) {
          const size = sizes[turn] ?? 1;
          await parts.send(...sent.slice(from, from + size));
          from += size;
        }
        const [one, other] = await Promise.all(
          [whole, parts].map(({ workspaceId }) => contentsOf(test.db, workspaceId)),
        );
        expect(plain(other)).toEqual(plain(one));
      }),
      { numRuns: 40 },
    );
  });

  it("reads of a long trace what a further span may change, and no more", async () => {
    const door = await openDoor(test.db, "long", settleTrace);
    const step = (n: number) => readOtlpSpan(aSpan(`step${n}`, "root", { step_type: "plan" }));
    const call = (n: number, parent = n) => {
      const asked = [{ role: "user", parts: [{ type: "text", content: `question ${n}` }] }];
      const attributes = chat({ "gen_ai.input.messages": JSON.stringify(asked) });
      return readOtlpSpan(aSpan(`call${n}`, `step${parent}`, attributes, { at: n * 50 }));
    };
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    await door.write(...numbers.flatMap((n) => [step(n), call(n)]));
    const heldFor = async (...spans: SpanRecord[]) => {
      const items = spans.map((span) => ({ span: normalSpan(span), redactions: {}, line: 1 }));
      const { workspaceId, importId } = door;
      const scope = { workspaceId, importId, digest: getKeyedDigest() };
      return test.db.transaction(async (tx) => {
        const { traces } = await gatherTraces(tx, scope, items);
        return traces.flatMap(({ spans: held }) => [...held.keys()]).toSorted();
      });
    };
    expect(await heldFor(call(40, 7))).toEqual(["call40", "step7"]);
    expect(await heldFor(step(40), call(40))).toEqual(["call40", "step40"]);
    // asked as call 3: it may be its second attempt
    const again = { ...call(3), spanId: "again" };
    expect(await heldFor(again)).toEqual(["again", "call3", "step3"]);
    // what a step is called concerns all that lies below it
    const renamed = stampSpan({ ...emptySpan("t", "step5"), name: "extract" }, "2");
    expect(await heldFor(renamed)).toEqual(["call5", "step5"]);
    // around all, or an outcome: all of it
    const root = readOtlpSpan(aSpan("root", null, { "gen_ai.operation.name": "invoke_agent" }));
    expect(await heldFor(root)).toHaveLength(81);
    const outcomes = [outcomeOf("correct", true, "trace", { id: "o", at: "1" })];
    expect(await heldFor({ ...emptySpan("t", ""), outcomes })).toHaveLength(81);
  });

  it("reads a long chain of ancestors in few rounds, and settles as though at once", async () => {
    const steps = Array.from({ length: 300 }, (_, n) =>
      readOtlpSpan(aSpan(`s${n}`, n === 0 ? null : `s${n - 1}`, { step_type: `step_${n}` })),
    );
    const call = (n: number) =>
      readOtlpSpan(aSpan(`call${n}`, "s299", chat({ "gen_ai.response.id": `r${n}` }), { at: n }));
    const beside = readOtlpSpan(aSpan("beside", "s0", {}));
    const whole = await openDoor(test.db, "chain at once", settleTrace);
    await whole.write(...steps, beside, call(1), call(2));
    const parts = await openDoor(test.db, "chain in parts", settleTrace);
    await parts.write(...steps, beside, call(1));
    let reads = 0;
    await test.db.transaction(async (tx) => {
      const counting = new Proxy(tx, {
        get: (target, key) => {
          if (key === "select") reads += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
      const { workspaceId, importId } = parts;
      const items = [{ span: normalSpan(call(2)), redactions: {}, line: 1 }];
      const scope = { workspaceId, importId, digest: getKeyedDigest() };
      const [held] = (await gatherTraces(counting, scope, items)).traces;
      expect(held?.spans.size).toBe(303);
    });
    expect(reads).toBeLessThan(150);
    await parts.send(call(2));
    const [one, other] = await Promise.all(
      [whole, parts].map(({ workspaceId }) => contentsOf(test.db, workspaceId)),
    );
    expect(plain(other)).toEqual(plain(one));
  });

  it("forgets what a trace had come to when calls came to it from elsewhere", async () => {
    const door = await openDoor(test.db, "elsewhere", settleTrace);
    const span = (id: string) =>
      readOtlpSpan(aSpan(id, "s0", chat({ "gen_ai.request.model": `m-${id}` })));
    const settled = async () => {
      const own = eq(traces.workspaceId, door.workspaceId);
      return test.db.select({ settled: traces.settled }).from(traces).where(own);
    };
    await door.write(span("s1"));
    expect(await settled()).toEqual([{ settled: expect.stringContaining('"calls":1') }]);
    const [row] = await test.db.select().from(calls).where(eq(calls.workspaceId, door.workspaceId));
    if (!row) throw new Error("the call has gone");
    await test.db.insert(calls).values({ ...row, id: randomUUID(), sourceSpanId: null });
    await door.write(span("s2"));
    expect(await settled()).toEqual([{ settled: null }]);
  });

  it("settles all of it when some was taken away in between", async () => {
    const door = await openDoor(test.db, "taken", settleTrace);
    const span = (id: string, at: number) =>
      readOtlpSpan(aSpan(id, "s0", chat({ "gen_ai.request.model": `m-${id}` }), { at }));
    await door.send(span("s1", 1), span("s2", 2));
    await test.db.execute(sql`DELETE FROM calls WHERE workspace_id = ${door.workspaceId}
      AND source_span_id = 's1'`);
    await door.write(span("s3", 3));
    const rows = await test.db
      .select({ spanId: calls.sourceSpanId })
      .from(calls)
      .where(eq(calls.workspaceId, door.workspaceId));
    expect(rows.map(({ spanId }) => spanId).toSorted()).toEqual(["s2", "s3"]);
  });
});

/** Without the workspace's own id, which names no difference. */
const plain = (contents: unknown): unknown =>
  JSON.parse(JSON.stringify(contents, (key, value) => (key === "workspace_id" ? null : value)));
