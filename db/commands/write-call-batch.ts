import { and, eq, sql } from "drizzle-orm";
import { averageWorkspace } from "@/db/average-workspace";
import type { Transaction } from "@/db/client";
import { calls, clusters, kinds, nodes, requestSettings, totalDeltas, traces } from "@/db/schema";
import { soughtIn } from "@/db/sought";
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
  if (ids.length === 0) return new Map<RowId, typeof calls.$inferSelect>();
  const rows = await tx
    .select()
    .from(calls)
    .where(soughtIn(calls, calls.id, workspaceId, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

type WrittenTraces = { tracesNew: number; contradicted: string[] };

/**
 * Writes one batch of calls with all that they stand on.
 *
 * @returns how many traces are new, and the source ids of those whose outcome turned contradictory.
 * @throws CallsMovedError when a call that was new a moment ago is there now; try the batch again.
 */
export async function writeCallBatch(tx: Transaction, batch: CallBatch): Promise<WrittenTraces> {
  // begun together they follow each other on the connection, in this order
  const [, , inserted] = await Promise.all([
    insertNewRows(tx, nodes, batch.nodes, nodes.id),
    insertNewRows(tx, requestSettings, batch.settings, requestSettings.id),
    insertNewRows(tx, traces, batch.traces, traces.id),
    insertNewRows(tx, clusters, batch.clusters, clusters.id),
    insertNewRows(tx, kinds, batch.kinds, kinds.id),
  ]);
  const newTraces = new Set(inserted);
  const known = batch.traces.filter(({ id }) => !newTraces.has(id));
  const [widened, added] = await Promise.all([
    widenTraces(tx, known),
    insertNewRows(tx, calls, batch.newCalls, calls.id),
    completeCalls(tx, batch.completedCalls),
    insertNewRows(tx, totalDeltas, batch.deltas, totalDeltas.kindId),
  ]);
  if (added.length !== batch.newCalls.length) throw new CallsMovedError();
  const own = batch.traces.filter((trace) => trace.outcomeConflict);
  const contradicted = [...new Set([...own.map((trace) => trace.sourceTraceId), ...widened])];
  return { tracesNew: newTraces.size, contradicted };
}

async function completeCalls(tx: Transaction, rows: readonly New<typeof calls>[]): Promise<void> {
  for (const { workspaceId, id, importId: _, ordinal: __, ...fields } of rows) {
    await tx
      .update(calls)
      .set(fields)
      .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, id)));
  }
}

/**
 * Lets known traces grow: earlier start, later end, an outcome where none was known; outcomes that
 * differ leave it unknown for good. Those that grow are locked in one order first, so that two
 * imports never wait for each other.
 *
 * @returns the source ids of those whose outcome turned contradictory.
 */
async function widenTraces(
  tx: Transaction,
  given: readonly New<typeof traces>[],
): Promise<string[]> {
  const workspaceId = given[0]?.workspaceId;
  if (workspaceId === undefined) return [];
  const { id, startedAt, endedAt, outcome, outcomeConflict } = traces;
  const columns = { id, startedAt, endedAt, outcome, outcomeConflict };
  const arrays = Object.entries(columns).map(([key, column]) => columnArray(given, key, column));
  // each looked for by its key: of a workspace that has grown since its statistics were made, the
  // planner would take all its traces for one row, and join by reading them all for every batch
  const rows = await tx.execute<{ source: string; was: boolean; is: boolean }>(sql`
    WITH given (id, started_at, ended_at, outcome, conflict) AS (
      SELECT * FROM unnest(${sql.join(arrays, sql`, `)})
    ), wider AS (
      SELECT kept.id, kept.was,
        given.started_at, given.ended_at, given.outcome, given.conflict
      FROM (SELECT * FROM given ORDER BY id) given CROSS JOIN LATERAL (
        SELECT kept.id, kept.outcome_conflict AS was
        FROM ${traces} kept
        WHERE kept.workspace_id = ${averageWorkspace(workspaceId)} AND kept.id = given.id
          AND (given.started_at < kept.started_at OR given.ended_at > kept.ended_at
            OR (kept.started_at IS NULL AND given.started_at IS NOT NULL)
            OR (kept.ended_at IS NULL AND given.ended_at IS NOT NULL)
            OR (NOT kept.outcome_conflict AND (given.conflict
              OR (given.outcome IS NOT NULL AND given.outcome IS DISTINCT FROM kept.outcome))))
        FOR NO KEY UPDATE
      ) kept
    )
    UPDATE ${traces} trace SET started_at = LEAST(trace.started_at, wider.started_at),
      ended_at = GREATEST(trace.ended_at, wider.ended_at),
      outcome = CASE WHEN ${differ} THEN NULL ELSE COALESCE(trace.outcome, wider.outcome) END,
      outcome_conflict = ${differ}
    FROM wider WHERE trace.workspace_id = ${averageWorkspace(workspaceId)}
      AND trace.id = ANY(ARRAY(SELECT id FROM wider)) AND trace.id = wider.id
    RETURNING trace.source_trace_id AS source, wider.was AS was, trace.outcome_conflict AS is`);
  return rows.filter((row) => row.is && !row.was).map((row) => row.source);
}

/** Whether what a trace says of its outcome, and what is added, contradict each other. */
const differ = sql`(trace.outcome_conflict OR COALESCE(wider.conflict, false)
  OR COALESCE(trace.outcome <> wider.outcome, false))`;
