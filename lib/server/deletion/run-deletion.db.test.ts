import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { calls, deletions, drawFrame, drawItems, labels, nodes, traces } from "@/db/schema";
import type { RowId } from "@/lib/ids";
import { importFile } from "@/lib/server/imports/import-file";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { labelAuditItems } from "@/lib/server/overview/testing";
import { llmRecord, spanRecord } from "@/lib/server/spans/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { runDeletion } from "./run-deletion";
import { startDeletion } from "./start-deletion";
import { contentsOf, expectCounted, importLines, storeTestSpans, turn } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;

/** Two workspaces, of which the first has something that the second never got. */
const openTwo = async () => [await makeTestWorkspace(test.db), await makeTestWorkspace(test.db)];

async function ask(home: Home, what: string, subject: string): Promise<RowId> {
  const asked = await startDeletion({ ...home, role: "admin" }, { what, subject });
  if (!asked.ok) throw new Error(asked.message);
  return asked.value.id;
}

async function expectSame(home: Home, never: Home) {
  await expectCounted(test.db, home.workspaceId);
  expect(await contentsOf(test.db, home.workspaceId)).toEqual(
    await contentsOf(test.db, never.workspaceId),
  );
}

const traceId = async (home: Home, source: string) => {
  const own = and(eq(traces.workspaceId, home.workspaceId), eq(traces.sourceTraceId, source));
  const [row] = await test.db.select({ id: traces.id }).from(traces).where(own);
  return row?.id ?? "";
};

const [FIRST, SECOND] = [randomUUID(), randomUUID()];
const bare = (n: number) => ({ ...turn(null, n), agent: `bare ${n}` });
const firstFile = [
  turn("shared", 1, { environment: "test" }),
  turn("shared", 2),
  turn("gone", 1, { agent: "only here" }),
  bare(1),
  bare(1),
  "{broken",
  { not: "a call" },
];
const secondFile = [turn("shared", 3), turn("shared", 4), turn("kept", 1), bare(1), bare(2), "{no"];

describe("runDeletion", () => {
  it("leaves after an import what would be there had it never come", async () => {
    const [home, never] = (await openTwo()) as [Home, Home];
    const away = await makeTestWorkspace(test.db);
    for (const one of [home, away]) await importLines(one, FIRST, firstFile);
    await importLines(
      home,
      SECOND,
      secondFile.filter((record) => record !== secondFile[3]),
    );
    await importLines(
      never,
      SECOND,
      secondFile.filter((record) => record !== secondFile[3]),
    );
    const elsewhere = await contentsOf(test.db, away.workspaceId);
    const id = await ask(home, "import", FIRST);
    expect(await runDeletion(home.workspaceId, id)).toBe(true);
    await expectSame(home, never);
    expect(await contentsOf(test.db, away.workspaceId)).toEqual(elsewhere);
    const again = await importLines(home, FIRST, firstFile);
    expect(again.calls).toMatchObject({ new: 5, known: 0 });
  });

  it("goes on where it was killed, and counts each call once", async () => {
    const [home, never] = (await openTwo()) as [Home, Home];
    const long = Array.from({ length: 9 }, (_, n) => turn("shared", n + 1, { step_type: "go" }));
    await importLines(home, FIRST, [...long, turn("gone", 1), bare(1), bare(2)]);
    for (const one of [home, never])
      await importLines(one, SECOND, [turn("shared", 9, { span_id: "x" })]);
    const id = await ask(home, "import", FIRST);
    let runs = 0;
    while (!(await runDeletion(home.workspaceId, id, { calls: 2, batches: 1 }))) {
      runs += 1;
      await expectCounted(test.db, home.workspaceId);
      expect(runs).toBeLessThan(20);
    }
    expect(runs).toBeGreaterThan(5);
    await expectSame(home, never);
    const [row] = await test.db.select().from(deletions).where(eq(deletions.id, id));
    expect(row).toMatchObject({ state: "done", callsTotal: 12, callsDone: 12 });
  });

  it("takes a trace out of several imports, with its draws' items and their labels", async () => {
    const [home] = (await openTwo()) as [Home, Home];
    await importLines(home, FIRST, firstFile);
    await importLines(home, SECOND, secondFile);
    const draw = await createDraw(
      { ...home, role: "admin" },
      { perCluster: 50, maxPerTrace: null, seed: "s" },
    );
    expect(draw.ok).toBe(true);
    await labelAuditItems(test.db, home.workspaceId, () => "viable");
    const trace = await traceId(home, "shared");
    const id = await ask(home, "trace", trace);
    await runDeletion(home.workspaceId, id);
    await expectCounted(test.db, home.workspaceId);
    const left = await test.db
      .select({ id: calls.id, traceId: calls.traceId })
      .from(calls)
      .where(eq(calls.workspaceId, home.workspaceId));
    expect(left.filter((call) => call.traceId === trace)).toEqual([]);
    const ids = left.map((call) => call.id).toSorted();
    for (const table of [drawFrame, drawItems, labels]) {
      const rows = await test.db
        .select({ callId: table.callId })
        .from(table)
        .where(eq(table.workspaceId, home.workspaceId));
      expect(rows.map((row) => row.callId).toSorted()).toEqual(ids);
    }
    expect(await traceId(home, "shared")).toBe("");
  });

  it("deletes what is older than a moment, also of a run that goes on after it", async () => {
    const [home, never] = (await openTwo()) as [Home, Home];
    const old = [turn("a", 1), turn("a", 2), { ...bare(1), started_at: "2026-01-01T00:00:00Z" }];
    const young = [turn("a", 3), turn("a", 4), bare(4)];
    await importLines(home, FIRST, [...old, ...young]);
    await importLines(never, FIRST, young);
    const id = await ask(home, "older", "2026-01-03T00:00:00Z");
    await runDeletion(home.workspaceId, id, { calls: 2 });
    await expectCounted(test.db, home.workspaceId);
    const [mine, theirs] = [
      await contentsOf(test.db, home.workspaceId),
      await contentsOf(test.db, never.workspaceId),
    ];
    // the receipt says what was read, and places in the file stay
    for (const contents of [mine, theirs]) {
      delete contents.imports;
      contents.calls = (contents.calls ?? []).map((line) => line.replace(/"ordinal":\d+/u, ""));
    }
    expect(mine).toEqual(theirs);
  });

  it("settles the spans that are left as though the others had never come", async () => {
    const [home, never] = (await openTwo()) as [Home, Home];
    const step = spanRecord("t", "step", { name: "plan_trip", role: "agent" }, 1);
    const outer = llmRecord("t", "outer", "step", 1);
    const inner = llmRecord("t", "inner", "outer", 1);
    const late = llmRecord("t", "late", "step", 2);
    const message = { role: "user", content: "logged apart" };
    const logged = spanRecord("t", "logged", {
      parentSpanId: "step",
      role: "llm",
      pieces: [{ at: "1", seq: 0, side: "input", message }],
    });
    await storeTestSpans(home.workspaceId, FIRST, [step, inner]);
    for (const one of [home, never])
      await storeTestSpans(one.workspaceId, SECOND, [outer, late, logged]);
    const id = await ask(home, "import", FIRST);
    await runDeletion(home.workspaceId, id);
    await expectCounted(test.db, home.workspaceId);
    const [mine, theirs] = [
      await contentsOf(test.db, home.workspaceId),
      await contentsOf(test.db, never.workspaceId),
    ];
    for (const contents of [mine, theirs]) {
      contents.calls = (contents.calls ?? []).map((line) => line.replace(/"ordinal":\d+/u, ""));
    }
    expect(mine).toEqual(theirs);
  });

  it("stores whole what an import writes into a trace while it is deleted", async () => {
    const [home, never] = (await openTwo()) as [Home, Home];
    await importLines(home, FIRST, [turn("t", 1), turn("t", 2), turn("t", 3)]);
    const id = await ask(home, "import", FIRST);
    const file = [turn("t", 4), turn("t", 5)];
    await Promise.all([
      runDeletion(home.workspaceId, id, { calls: 1 }),
      importLines(home, SECOND, file),
    ]);
    await importLines(never, SECOND, file);
    await expectSame(home, never);
  });

  it("takes from a running import the trace that is deleted, and what comes after is whole", async () => {
    const [home] = (await openTwo()) as [Home, Home];
    const filler = Array.from({ length: 500 }, (_, n) => turn(`filler ${n}`, 1));
    const line = (record: object) => Buffer.from(`${JSON.stringify(record)}\n`);
    const made = await importFile({
      ...home,
      name: "long",
      source: "upload",
      bytesTotal: null,
      body: (async function* () {
        yield line(turn("t", 1));
        for (const record of filler) yield line(record);
        // the first batch is written while the reader asks for more
        const isStored = async () => expect(await traceId(home, "t")).not.toBe("");
        await vi.waitFor(isStored, { timeout: 30_000 });
        const id = await ask(home, "trace", await traceId(home, "t"));
        await runDeletion(home.workspaceId, id);
        yield line(turn("t", 2));
      })(),
    });
    expect(made).toMatchObject({ ok: true, value: { calls: { new: 502 } } });
    const trace = await traceId(home, "t");
    const stored = await test.db
      .select({ depth: nodes.depth })
      .from(nodes)
      .where(and(eq(nodes.workspaceId, home.workspaceId), eq(nodes.scopeId, trace)));
    expect(stored.map((node) => node.depth).toSorted()).toEqual([1, 2, 3, 4, 5]);
    await expectCounted(test.db, home.workspaceId);
  });
});
