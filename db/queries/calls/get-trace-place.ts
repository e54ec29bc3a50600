import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { TracePlace } from "@/lib/calls/call-detail";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The place of a call among the calls of its trace, by time and then by place in the file. */
export async function getTracePlace(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceId: RowId,
  callId: RowId,
): Promise<TracePlace | null> {
  const rows = await executor.execute<{
    position: number;
    calls: number;
    previous_id: string | null;
    next_id: string | null;
  }>(sql`
    SELECT position, calls, previous_id, next_id FROM (
      SELECT id,
        (row_number() OVER run)::int AS position,
        (count(*) OVER ())::int AS calls,
        lag(id) OVER run AS previous_id,
        lead(id) OVER run AS next_id
      FROM calls
      WHERE workspace_id = ${workspaceId} AND trace_id = ${traceId} AND merged_into IS NULL
      WINDOW run AS (ORDER BY started_at NULLS LAST, ordinal, id)
    ) AS ordered WHERE id = ${callId}`);
  const [row] = rows;
  if (!row) return null;
  const { previous_id: previousId, next_id: nextId, ...place } = row;
  return { ...place, previousId, nextId };
}
