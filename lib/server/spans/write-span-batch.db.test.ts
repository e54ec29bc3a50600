import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, nodes, rejectedRecords, spans, traces, waitingRecords } from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
import type { SpanRecord } from "@/lib/spans/span";
import { contentsOf, llmRecord, settleSimply, spanRecord } from "./testing";
import { expectSound, openDoor } from "./testing-door";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const agent = (trace: string) =>
  spanRecord(trace, "agent", { role: "agent", name: "bot", agent: "bot" }, 1);
const step = (trace: string, id: string, name: string) =>
  spanRecord(trace, id, { role: "chain", name, parentSpanId: "agent", agent: "bot" }, 2);

/** Two steps of an agent, the second through a gateway that is instrumented too; a tool; a score. */
const trace = (id: string): SpanRecord[] => [
  agent(id),
  step(id, "s1", "plan"),
  llmRecord(id, "c1", "s1", 1),
  spanRecord(id, "tool", { role: "tool", name: "look_up", parentSpanId: "agent" }, 3),
  step(id, "s2", "extract"),
  llmRecord(id, "c2", "s2", 2),
  llmRecord(id, "c2-gateway", "c2", 2, { responseId: "r2" }),
  spanRecord(id, "c1", { outcomes: [outcome("span", true)] }),
  spanRecord(id, "", { outcomes: [outcome("trace", false)] }),
];

const outcome = (target: "span" | "trace", value: boolean) => ({
  id: null,
  at: null,
  target,
  name: "correct",
  value,
  raw: value,
  userFeedback: false,
  responseId: null,
});

describe("writeSpanBatch", () => {
  it("makes one call of each LLM span, and one node of each message", async () => {
    const door = await openDoor(test.db, "first");
    await door.send(...trace("t"));
    const rows = await test.db.select().from(calls).where(eq(calls.workspaceId, door.workspaceId));
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.sourceSpanId === "c1")).toMatchObject({
      stepType: "plan",
      agent: "bot",
      correct: true,
      traceOutcome: false,
      inputTokens: 100,
    });
    const stored = await test.db
      .select()
      .from(nodes)
      .where(eq(nodes.workspaceId, door.workspaceId));
    expect(stored).toHaveLength(5);
    const [run] = await test.db
      .select()
      .from(traces)
      .where(eq(traces.workspaceId, door.workspaceId));
    expect(run).toMatchObject({ outcome: false });
    expect(await door.receipt()).toMatchObject({
      state: "running",
      name: "OTLP 2026-11-21 (test)",
      records: 9,
      calls: { new: 2, known: 1, known_of_which: { completed: 1, conflicting: 0 } },
      other: 6,
      merged_later: 0,
      traces: 1,
      found: { agents: ["bot"], "step types": ["plan", "extract"] },
    });
  });

  it("changes nothing when the same batch comes again, but counts it", async () => {
    const door = await openDoor(test.db, "again");
    await door.send(...trace("t"), ...trace("u"));
    const before = await contentsOf(test.db, door.workspaceId);
    await door.send(...trace("t"), ...trace("u"));
    await door.send(...trace("u").toReversed());
    expect(await contentsOf(test.db, door.workspaceId)).toEqual(before);
    expect(await door.receipt()).toMatchObject({
      records: 45,
      calls: { new: 4, known_of_which: { conflicting: 0 } },
      traces: 2,
    });
  });

  it("ends in the same rows in any order and any batches", async () => {
    const records = [...trace("t"), ...trace("u"), spanRecord(null, "c2-gateway")];
    const door = await openDoor(test.db, "whole");
    await door.send(...records);
    const whole = withoutWorkspace(await contentsOf(test.db, door.workspaceId));
    for (const seed of [1, 2, 3, 4]) {
      const other = await openDoor(test.db, `shuffled ${seed}`);
      const shuffled = shuffle(records, seed);
      for (let from = 0; from < shuffled.length; from += seed) {
        await other.send(...shuffled.slice(from, from + seed));
      }
      expect(withoutWorkspace(await contentsOf(test.db, other.workspaceId))).toEqual(whole);
    }
  });

  it("merges a call whose second view comes later, and takes its totals back", async () => {
    const door = await openDoor(test.db, "merge");
    await door.send(llmRecord("t", "outer", null, 1));
    await door.send(llmRecord("t", "inner", "outer", 1));
    const rows = await test.db.select().from(calls).where(eq(calls.workspaceId, door.workspaceId));
    const [outer, inner] = ["outer", "inner"].map((id) =>
      rows.find((row) => row.sourceSpanId === id),
    );
    expect(outer?.mergedInto).toBe(inner?.id);
    expect(await door.receipt()).toMatchObject({ calls: { new: 2 }, merged_later: 1 });
    // a second request below it: now it sums up two, and is no second view of either
    await door.send(llmRecord("t", "inner 2", "outer", 2));
    expect(await door.receipt()).toMatchObject({ calls: { new: 3 }, merged_later: 1 });
    const wrapped = await test.db
      .select()
      .from(calls)
      .where(eq(calls.id, outer?.id ?? ""));
    expect(wrapped[0]?.mergedInto).toBe(outer?.id);
  });

  it("completes a call from messages that come by themselves, and drops the warning", async () => {
    const door = await openDoor(test.db, "pieces");
    const silent = llmRecord("t", "c", null, 1);
    const facts = silent.call && { ...silent.call, messages: null };
    const { hints } = await door.send({ ...silent, call: facts });
    expect(hints).toEqual(["SEND_CONTENT=true"]);
    expect((await door.receipt()).warnings).toEqual([
      "Some calls came without messages: SEND_CONTENT=true",
    ]);
    const piece = (seq: number, content: string) =>
      spanRecord("t", "c", {
        pieces: [{ at: `1${seq}`, seq, side: "input", message: { role: "user", content } }],
      });
    await door.send(piece(2, "second"), piece(1, "first"));
    await door.send(piece(1, "first"));
    const [row] = await test.db.select().from(calls).where(eq(calls.workspaceId, door.workspaceId));
    expect(row).toMatchObject({ messageCount: 2, withoutText: false });
    expect(await door.receipt()).toMatchObject({
      calls: { new: 1, known: 3, known_of_which: { completed: 2 } },
      warnings: [],
    });
  });

  it("counts a call where its span was read, when more of the trace makes it one", async () => {
    // once the span around them has come, nobody is anybody's second view
    const apart = (given: readonly SpanRecord[]) =>
      settleSimply(
        given.some((span) => span.spanId === "apart")
          ? given.map((span) => ({ ...span, parentSpanId: null }))
          : given,
      );
    const door = await openDoor(test.db, "late", apart);
    await door.send(llmRecord("t", "outer", "apart", 1), llmRecord("t", "inner", "outer", 1));
    await door.send(llmRecord("u", "outer", "apart", 1));
    await door.send(llmRecord("u", "inner", "outer", 1));
    expect(await door.receipt()).toMatchObject({ calls: { new: 3 }, other: 1, merged_later: 1 });
    await door.send(spanRecord("t", "apart"), spanRecord("u", "apart"));
    expect(await door.receipt()).toMatchObject({
      records: 6,
      calls: { new: 4, known: 0 },
      other: 2,
      merged_later: 0,
    });
    const rows = await test.db.select().from(calls).where(eq(calls.workspaceId, door.workspaceId));
    expect(rows.filter((row) => row.mergedInto === null)).toHaveLength(4);
  });

  it("keeps the first of two records that contradict each other, and lists the other", async () => {
    const door = await openDoor(test.db, "conflict");
    await door.send(llmRecord("t", "c", null, 1));
    await door.send(llmRecord("t", "c", null, 1, { responseId: "r", error: "boom" }));
    await door.send(llmRecord("t", "c", null, 1, { responseId: "s" }));
    expect(await door.receipt()).toMatchObject({
      calls: { new: 1, known: 2, known_of_which: { completed: 1, conflicting: 1 } },
    });
    const listed = await test.db
      .select()
      .from(rejectedRecords)
      .where(eq(rejectedRecords.importId, door.importId));
    expect(listed).toMatchObject([{ ordinal: 3, why: "conflicting" }]);
  });

  it("lets a score that names only its span wait for it", async () => {
    const door = await openDoor(test.db, "waiting");
    const score = spanRecord(null, "c", { outcomes: [outcome("span", false)] });
    await door.send(score);
    await door.send(score);
    const kept = () =>
      test.db.select().from(waitingRecords).where(eq(waitingRecords.workspaceId, door.workspaceId));
    expect(await kept()).toHaveLength(1);
    await door.send(llmRecord("t", "c", null, 1));
    expect(await kept()).toHaveLength(0);
    await door.send(score);
    const [row] = await test.db.select().from(calls).where(eq(calls.workspaceId, door.workspaceId));
    expect(row?.correct).toBe(false);
    expect(await door.receipt()).toMatchObject({
      records: 4,
      calls: { new: 1, known: 1 },
      other: 2,
    });
  });

  it("loses nothing when exporters send one trace at once", async () => {
    const door = await openDoor(test.db, "at once");
    const records = [...trace("t"), ...trace("u"), spanRecord(null, "c1")];
    const parts = [1, 2, 3, 4].map((seed) => shuffle(records, seed));
    await Promise.all(
      parts.map(async (part) => {
        for (let from = 0; from < part.length; from += 3)
          await door.write(...part.slice(from, from + 3));
      }),
    );
    await expectSound(test.db, door.workspaceId);
    expect(await door.receipt()).toMatchObject({ records: 4 * records.length, traces: 2 });
    const alone = await openDoor(test.db, "alone");
    await alone.send(...records);
    expect(withoutWorkspace(await contentsOf(test.db, door.workspaceId))).toEqual(
      withoutWorkspace(await contentsOf(test.db, alone.workspaceId)),
    );
  });

  it("stores of an agent's trace one span row each, without its messages", async () => {
    const door = await openDoor(test.db, "narrow");
    await door.send(...[1, 2, 3, 4, 5].map((n) => llmRecord("t", `c${n}`, null, n)));
    const rows = await test.db.select().from(spans).where(eq(spans.workspaceId, door.workspaceId));
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => !row.record.includes("question"))).toBe(true);
    const stored = await test.db
      .select()
      .from(nodes)
      .where(eq(nodes.workspaceId, door.workspaceId));
    expect(stored).toHaveLength(11);
  });
});

/** Deterministic: a linear congruence, and a sort by it. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  let state = seed * 7919;
  const keyed = items.map((item) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return [state, item] as const;
  });
  return keyed.toSorted(([a], [b]) => a - b).map(([, item]) => item);
}

const withoutWorkspace = (contents: object): unknown =>
  JSON.parse(
    JSON.stringify(contents, (key, value) => (key === "workspace_id" ? undefined : value)),
  );
