import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { ownLabels } from "./own-labels";

/** How many items a draw has, and how many of them a person has labelled. */
export async function countLabelled(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; userId: string },
): Promise<{ total: number; labelled: number }> {
  const [row] = await executor.execute<{ total: number; labelled: number }>(sql`
    WITH ${ownLabels(workspaceId, from.drawId, from.userId)}
    SELECT count(*)::int AS total, count(own.id)::int AS labelled
    FROM draw_items item
    LEFT JOIN own ON own.item_id = item.id
    WHERE item.workspace_id = ${workspaceId} AND item.draw_id = ${from.drawId}`);
  return row ?? { total: 0, labelled: 0 };
}
