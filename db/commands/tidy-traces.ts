import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

const idList = (ids: readonly RowId[]) => sql`${sql.param(`{${ids.join(",")}}`)}::uuid[]`;

/** Deletes those of these traces that hold nothing any more. */
export async function deleteEmptyTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<void> {
  await tx.execute(sql`
    DELETE FROM traces WHERE workspace_id = ${workspaceId} AND id = ANY(${idList(ids)})
      AND NOT EXISTS (SELECT 1 FROM calls WHERE calls.workspace_id = ${workspaceId}
        AND calls.trace_id = traces.id)
      AND NOT EXISTS (SELECT 1 FROM spans WHERE spans.workspace_id = ${workspaceId}
        AND spans.trace_id = traces.id)`);
}

/** Says of each of these traces what the calls left in it say, and which import is now its first. */
export async function restateTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<void> {
  await tx.execute(sql`
    UPDATE traces SET started_at = said.started_at, ended_at = said.ended_at,
      outcome = CASE WHEN said.any_yes = said.all_yes THEN said.all_yes END,
      outcome_conflict = COALESCE(said.any_yes <> said.all_yes, false), environment = said.environments[1]
    FROM (
      SELECT calls.trace_id, min(calls.started_at) AS started_at,
        max(calls.started_at + coalesce(calls.latency_ms, 0) * interval '1 millisecond') AS ended_at,
        bool_or(calls.trace_outcome) AS any_yes, bool_and(calls.trace_outcome) AS all_yes,
        array_agg(calls.environment ORDER BY imports.created_at, imports.id, calls.ordinal)
          FILTER (WHERE calls.environment IS NOT NULL) AS environments
      FROM calls JOIN imports ON imports.workspace_id = calls.workspace_id
        AND imports.id = calls.import_id
      WHERE calls.workspace_id = ${workspaceId} AND calls.trace_id = ANY(${idList(ids)})
        AND calls.merged_into IS NULL
      GROUP BY calls.trace_id) said
    WHERE traces.workspace_id = ${workspaceId} AND traces.id = said.trace_id`);
  await tx.execute(sql`
    UPDATE traces SET import_id = (
      SELECT imports.id FROM imports WHERE imports.workspace_id = ${workspaceId} AND imports.id IN (
        SELECT import_id FROM calls WHERE workspace_id = ${workspaceId} AND trace_id = traces.id
        UNION ALL
        SELECT import_id FROM spans WHERE workspace_id = ${workspaceId} AND trace_id = traces.id)
      ORDER BY imports.created_at, imports.id LIMIT 1)
    WHERE traces.workspace_id = ${workspaceId} AND traces.id = ANY(${idList(ids)})
      AND NOT EXISTS (SELECT 1 FROM calls WHERE calls.workspace_id = ${workspaceId}
        AND calls.trace_id = traces.id AND calls.import_id = traces.import_id)
      AND NOT EXISTS (SELECT 1 FROM spans WHERE spans.workspace_id = ${workspaceId}
        AND spans.trace_id = traces.id AND spans.import_id = traces.import_id)`);
}
