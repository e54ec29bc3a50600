import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { FrameUnit } from "@/lib/labelling/close-frame";

/** The frame of a draw as it was frozen, all parts, by call id; the traces as they are now. */
export async function listFrozenFrame(
  executor: Executor,
  workspaceId: WorkspaceId,
  drawId: RowId,
): Promise<FrameUnit[]> {
  const rows = await executor.execute<FrameUnit>(sql`
    SELECT place.call_id AS "callId", place.cluster_id AS "clusterId", place.part,
      call.trace_id AS "traceId", place.spend_usd AS "spendUsd", place.tokens,
      place.multiplicity, place.random_number AS "randomNumber"
    FROM draw_frame place
    JOIN calls call ON call.workspace_id = place.workspace_id AND call.id = place.call_id
    WHERE place.workspace_id = ${workspaceId} AND place.draw_id = ${drawId}
    ORDER BY place.call_id`);
  return [...rows];
}
