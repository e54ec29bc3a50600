import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** A call as somebody outside names it. */
export type CallName = { callId: RowId | null; traceId: string | null; spanId: string | null };

export type NamedCall = {
  /** The call itself; of a second view the call that it turned out to be. */
  callId: RowId;
  /** The drawn item of the newest draw that has it; null when no draw selected it. */
  itemId: RowId | null;
};

/** The calls that some names mean, by the places of the names; an unknown one is left out. */
export async function findNamedCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  names: readonly CallName[],
): Promise<Map<number, NamedCall>> {
  if (names.length === 0) return new Map();
  const given = JSON.stringify(names.map((name, place) => ({ ...name, place })));
  const rows = await executor.execute<NamedCall & { place: number }>(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${given}::jsonb)
        AS name (place int, "callId" uuid, "traceId" text, "spanId" text)
    ), found AS (
      SELECT given.place, call.id, call.merged_into FROM given
      JOIN calls call ON call.workspace_id = ${workspaceId} AND call.id = given."callId"
      UNION ALL
      SELECT given.place, call.id, call.merged_into FROM given
      JOIN traces trace
        ON trace.workspace_id = ${workspaceId} AND trace.source_trace_id = given."traceId"
      JOIN calls call ON call.workspace_id = ${workspaceId} AND call.trace_id = trace.id
        AND call.source_span_id = given."spanId"
      WHERE given."callId" IS NULL
    )
    SELECT DISTINCT ON (found.place) found.place, COALESCE(found.merged_into, found.id) AS "callId",
      (SELECT item.id FROM draw_items item
        JOIN draws draw ON draw.workspace_id = item.workspace_id AND draw.id = item.draw_id
        WHERE item.workspace_id = ${workspaceId}
          AND item.call_id = COALESCE(found.merged_into, found.id)
        ORDER BY draw.number DESC LIMIT 1) AS "itemId"
    FROM found ORDER BY found.place, found.id`);
  return new Map(rows.map(({ place, ...call }) => [place, call]));
}
