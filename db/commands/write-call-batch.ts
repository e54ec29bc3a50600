import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calls, clusters, kinds, nodes, requestSettings, totalDeltas, traces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { columnArray, insertNewRows } from "./insert-rows";

type New<Table extends { $inferInsert: unknown }> = Table["$inferInsert"];

export type CallBatch = {
  nodes: New<typeof nodes>[];
  settings: New<typeof requestSettings>[];
  traces: New<typeof traces>[];
  clusters: New<typeof clusters>[];
  kinds: New<typeof kinds>[];
  newCalls: New<typeof calls>[];
  completedCalls: New<typeof calls>[];
  deltas: New<typeof totalDeltas>[];
};

/** Somebody else stored one of the calls since it was looked for: look again. */
export class CallsMovedError extends Error {}

/** The stored calls among these ids. */
export async function findCalls(tx: Transaction, workspaceId: WorkspaceId, ids: readonly RowId[]) {
  const rows = await tx
    .select()
    .from(calls)
    // one parameter, not one an id
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        sql`${calls.id} = ANY(${`{${ids.join(",")}}`}::uuid[])`,
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Writes one batch of calls with all that they stand on.
 *
 * @returns how many traces are new.
 * @throws CallsMovedError when a call that was new a moment ago is there now; try the batch again.
 */
export async function writeCallBatch(tx: Transaction, batch: CallBatch): Promise<number> {
  await insertNewRows(tx, nodes, batch.nodes, nodes.id);
  await insertNewRows(tx, requestSettings, batch.settings, requestSettings.id);
  const newTraces = await insertNewRows(tx, traces, batch.traces, traces.id);
  await widenTraces(tx, batch.traces);
  await insertNewRows(tx, clusters, batch.clusters, clusters.id);
  await insertNewRows(tx, kinds, batch.kinds, kinds.id);
  const inserted = await insertNewRows(tx, calls, batch.newCalls, calls.id);
  if (inserted.length !== batch.newCalls.length) throw new CallsMovedError();
  for (const { workspaceId, id, importId: _, ordinal: __, ...fields } of batch.completedCalls) {
    await tx
      .update(calls)
      .set(fields)
      .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, id)));
  }
  await insertNewRows(tx, totalDeltas, batch.deltas, totalDeltas.kindId);
  return newTraces.length;
}

/**
 * Lets known traces grow: earlier start, later end, an outcome where none was known. Those that do
 * are locked in one order first, so that two imports never wait for each other.
 */
async function widenTraces(tx: Transaction, given: readonly New<typeof traces>[]): Promise<void> {
  const workspaceId = given[0]?.workspaceId;
  if (workspaceId === undefined) return;
  const { id, startedAt, endedAt, outcome } = traces;
  const arrays = Object.entries({ id, startedAt, endedAt, outcome }).map(([key, column]) =>
    columnArray(given, key, column),
  );
  await tx.execute(sql`
    WITH given (id, started_at, ended_at, outcome) AS (
      SELECT * FROM unnest(${sql.join(arrays, sql`, `)})
    ), wider AS (
      SELECT kept.id, LEAST(kept.started_at, given.started_at) AS started_at,
        GREATEST(kept.ended_at, given.ended_at) AS ended_at,
        COALESCE(kept.outcome, given.outcome) AS outcome
      FROM ${traces} kept JOIN given ON given.id = kept.id
      WHERE kept.workspace_id = ${workspaceId}
        AND (kept.started_at, kept.ended_at, kept.outcome) IS DISTINCT FROM (
          LEAST(kept.started_at, given.started_at), GREATEST(kept.ended_at, given.ended_at),
          COALESCE(kept.outcome, given.outcome))
      ORDER BY kept.id FOR NO KEY UPDATE OF kept
    )
    UPDATE ${traces} trace SET started_at = LEAST(trace.started_at, wider.started_at),
      ended_at = GREATEST(trace.ended_at, wider.ended_at),
      outcome = COALESCE(trace.outcome, wider.outcome)
    FROM wider WHERE trace.workspace_id = ${workspaceId} AND trace.id = wider.id`);
}
