import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { QueueOrder } from "@/lib/labelling/lease";
import { isSlotOf, ownOrder } from "./slot-conditions";

/** The items of which a rater holds a slot in a draw, in the order in which they get them. */
export async function listHeldItems(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; raterId: RowId; order: QueueOrder },
): Promise<RowId[]> {
  const rows = await executor.execute<{ id: RowId }>(sql`
    SELECT item.id FROM assignments slot
    JOIN draw_items item ON item.workspace_id = slot.workspace_id AND item.id = slot.item_id
    WHERE ${isSlotOf(sql`slot`, workspaceId, from.drawId)}
      AND slot.rater_id = ${from.raterId} AND slot.state = 'claimed'
    ORDER BY ${ownOrder(sql`item`, from.raterId, from.order)}`);
  return rows.map((row) => row.id);
}
