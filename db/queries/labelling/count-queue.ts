import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { QueueCounts } from "@/lib/labelling/label-item";
import { ownLabels } from "./own-labels";
import { isClaimable, isNewTo, isSlotOf, NOBODY } from "./slot-conditions";

/**
 * How far a person is in a draw: what they have labelled, what they could label now (held by them,
 * or still to be had), and what they passed over. What others hold at the moment is not counted.
 *
 * @param from.raterId null when they have never labelled here
 */
export async function countQueue(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; userId: string; raterId: RowId | null; now: Date },
): Promise<QueueCounts> {
  const { drawId, userId, now } = from;
  const seeker = { raterId: from.raterId ?? NOBODY, now };
  const slot = sql`slot`;
  const [row] = await executor.execute<QueueCounts>(sql`
    WITH ${ownLabels(workspaceId, drawId, userId)}
    SELECT (SELECT count(*)::int FROM own) AS labelled,
      (SELECT count(DISTINCT slot.item_id)::int FROM assignments slot
        WHERE ${isSlotOf(slot, workspaceId, drawId)}
          AND ((slot.rater_id = ${seeker.raterId} AND slot.state = 'claimed')
            OR (${isClaimable(slot, seeker)} AND ${isNewTo(slot, seeker)}))) AS open,
      (SELECT count(*)::int FROM item_skips skip
        JOIN draw_items item ON item.workspace_id = skip.workspace_id AND item.id = skip.item_id
        WHERE skip.workspace_id = ${workspaceId} AND skip.rater_id = ${seeker.raterId}
          AND item.draw_id = ${drawId}) AS skipped`);
  return row ?? { labelled: 0, open: 0, skipped: 0 };
}
