import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { promoteRepeats } from "@/db/commands/promote-repeats";
import { findCalls, writeCallBatch } from "@/db/commands/write-call-batch";
import type { Transaction } from "@/db/client";
import { countAlike } from "@/db/queries/calls/count-alike";
import { findAlikeBefore } from "@/db/queries/calls/find-alike-before";
import { findFingerprints } from "@/db/queries/calls/find-fingerprints";
import { readAlike } from "@/db/queries/calls/read-alike";
import { countTraceRows, listSoughtSpans } from "@/db/queries/spans/list-trace-spans";
import { calls, clusters, imports, kinds, spans, traces, workspaces } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { RowId, WorkspaceId } from "@/lib/ids";

const ROWS = 8_000;
const [settled, grown] = [randomUUID() as WorkspaceId, randomUUID() as WorkspaceId];
const print = randomUUID() as RowId;
let test: TestDatabase;

/** Statistics know one workspace; another has grown since, as any does while it is filled. */
beforeAll(async () => {
  test = await createTestDatabase();
  const { db } = test;
  for (const table of [calls, traces, spans]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await db.execute(sql`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  }
  await fill(settled);
  await db.execute(sql`ANALYZE`);
  await fill(grown);
});
afterAll(() => test?.close());

async function fill(workspaceId: WorkspaceId): Promise<void> {
  const { db } = test;
  const id = randomUUID();
  const own = { workspaceId, id };
  await db.insert(workspaces).values({ id: workspaceId, slug: workspaceId, name: "w" });
  await db
    .insert(imports)
    .values({ ...own, name: "i", source: "upload", state: "done", createdBy: "t" });
  await db.insert(clusters).values({ ...own, name: "c" });
  await db.insert(kinds).values({
    ...own,
    routeKey: "k",
    routeKeySource: "step_type",
    act: "a",
    clusterId: id,
  });
  const ordinals = sql`generate_series(1, ${ROWS}::int) n`;
  // two calls and two spans a trace
  const traceId = sql`md5(${workspaceId}::text || n / 2)::uuid`;
  await db.execute(sql`
    INSERT INTO ${traces} (workspace_id, id, source_trace_id, import_id)
    SELECT DISTINCT ${workspaceId}::uuid, ${traceId}, (n / 2)::text, ${id}::uuid FROM ${ordinals}`);
  await db.execute(sql`
    INSERT INTO ${calls} (workspace_id, id, import_id, ordinal, kind_id, trace_id, content_id,
      parser_version, fingerprint, errored, without_text, without_ground_truth)
    SELECT ${workspaceId}, gen_random_uuid(), ${id}, n, ${id}, ${traceId}, gen_random_uuid(), 1,
      CASE WHEN n > 2 THEN gen_random_uuid() ELSE ${print}::uuid END, false, false, false
    FROM ${ordinals}`);
  await db.execute(sql`
    INSERT INTO ${spans} (workspace_id, id, trace_id, import_id, source_span_id, parent_id,
      answer_id, request_node_id, record)
    SELECT ${workspaceId}, gen_random_uuid(), ${traceId}, ${id}, n::text, gen_random_uuid(),
      gen_random_uuid(), gen_random_uuid(), '{}' FROM ${ordinals}`);
}

it("finds what calls have and others have not", async () => {
  const other = randomUUID() as RowId;
  expect([...(await findFingerprints(test.db, grown, [print, other], []))]).toEqual([print]);
  expect([...(await countAlike(test.db, grown, [print, other]))]).toEqual(
    expect.arrayContaining([
      [print, 2],
      [other, 0],
    ]),
  );
});

it("does not count calls that are written anew", async () => {
  const alike = await test.db
    .select({ id: calls.id })
    .from(calls)
    .where(sql`workspace_id = ${grown} AND fingerprint = ${print}`);
  const ids = alike.map(({ id }) => id);
  expect((await findFingerprints(test.db, grown, [print], ids.slice(1))).size).toBe(1);
  expect((await findFingerprints(test.db, grown, [print], ids)).size).toBe(0);
});

/** How many rows of calls, traces and spans this reads, by index or not. */
const countRead = (ask: (tx: Transaction) => Promise<unknown>): Promise<number> =>
  test.db.transaction(async (tx) => {
    const before = await readSoFar(tx);
    await ask(tx);
    return (await readSoFar(tx)) - before;
  });

/** Counted by PostgreSQL for the connection, and for what it did just now. */
async function readSoFar(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ read: number }>(sql`
    SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int AS read
    FROM pg_stat_xact_user_tables WHERE relname IN ('calls', 'traces', 'spans')`);
  return row?.read ?? Number.NaN;
}

/** Some ids that are there, and as many that are not. */
const some = async (column: PgColumn, table: PgTable): Promise<RowId[]> => {
  const rows = await test.db
    .select({ id: sql<RowId>`${column}` })
    .from(table)
    .where(sql`workspace_id = ${grown}`)
    .limit(100);
  return [...rows.map(({ id }) => id), ...rows.map(() => randomUUID() as RowId)];
};

/** A batch that says of some traces when they began. */
async function widerTraces() {
  const rows = await test.db
    .select()
    .from(traces)
    .where(sql`workspace_id = ${grown}`)
    .limit(100);
  const startedAt = "2026-01-01T00:00:00.000Z";
  const none = { nodes: [], settings: [], clusters: [], kinds: [], deltas: [] };
  return {
    ...none,
    newCalls: [],
    completedCalls: [],
    traces: rows.map((row) => ({ ...row, startedAt })),
  };
}

const LIST = sql`calls.workspace_id = ${grown} AND calls.merged_into IS NULL`;
const PLACE = { sort: "time", direction: "desc", value: null, id: print } as const;

it.each<[string, (tx: Transaction) => Promise<unknown>]>([
  ["fingerprints that are known", (tx) => findFingerprints(tx, grown, [print], [])],
  ["how many are alike", (tx) => countAlike(tx, grown, [print])],
  ["the next of a group", (tx) => promoteRepeats(tx, grown, [print])],
  ["groups before a page", (tx) => findAlikeBefore(tx, grown, LIST, PLACE, [print])],
  ["the calls of a group", (tx) => readAlike(tx, grown, LIST, [print], null, () => undefined)],
  ["stored calls", async (tx) => findCalls(tx, grown, await some(calls.id, calls))],
  [
    "spans by all that they are sought by",
    async (tx) =>
      listSoughtSpans(tx, grown, {
        ids: await some(spans.id, spans),
        parents: await some(spans.parentId, spans),
        answers: await some(spans.answerId, spans),
        requests: await some(spans.requestNodeId, spans),
      }),
  ],
  ["what traces have", async (tx) => countTraceRows(tx, grown, await some(traces.id, traces))],
  ["traces that grow wider", async (tx) => writeCallBatch(tx, await widerTraces())],
])("reads %s by the index that is theirs, whatever the statistics say", async (_, ask) => {
  expect(await countRead(ask)).toBeLessThan(1000);
});
