import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { ownLabels } from "./own-labels";

/** The items of a draw that a person has not labelled, in the order of the queue. */
export async function listOpenItems(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; userId: string; after: number; limit: number },
): Promise<RowId[]> {
  const rows = await executor.execute<{ id: string }>(sql`
    WITH ${ownLabels(workspaceId, from.drawId, from.userId)}
    SELECT item.id FROM draw_items item
    WHERE item.workspace_id = ${workspaceId} AND item.draw_id = ${from.drawId}
      AND item.position > ${from.after}
      AND NOT EXISTS (SELECT 1 FROM own WHERE own.item_id = item.id)
    ORDER BY item.position
    LIMIT ${from.limit}`);
  return rows.map((row) => row.id);
}
