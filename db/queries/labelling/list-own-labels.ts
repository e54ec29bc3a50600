import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { ListedOwnLabel } from "@/lib/labelling/own-labels";
import { ownLabels } from "./own-labels";

/** A person's own labels in a draw as they stand, the newest first. */
export async function listOwnLabels(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; userId: string; limit: number },
): Promise<ListedOwnLabel[]> {
  const rows = await executor.execute<ListedOwnLabel>(sql`
    WITH ${ownLabels(workspaceId, from.drawId, from.userId)}
    SELECT own.id, own.item_id AS "itemId", own.call_id AS "callId", own.verdict, own.reasons,
      own.note, own.rubric, own.alike, label.extra, own.created_at AS "createdAt",
      cluster.name AS cluster, call.preview,
      (SELECT count(*)::int FROM labels before WHERE before.workspace_id = ${workspaceId}
        AND before.item_id = own.item_id AND before.rater_id = label.rater_id
        AND before.id <> own.id) AS earlier
    FROM own
    JOIN labels label ON label.workspace_id = ${workspaceId} AND label.id = own.id
    JOIN calls call ON call.workspace_id = ${workspaceId} AND call.id = own.call_id
    JOIN kinds kind ON kind.workspace_id = ${workspaceId} AND kind.id = call.kind_id
    JOIN clusters cluster ON cluster.workspace_id = ${workspaceId} AND cluster.id = kind.cluster_id
    ORDER BY own.created_at DESC, own.position DESC
    LIMIT ${from.limit}`);
  return [...rows];
}
