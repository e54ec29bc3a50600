import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calls, drawItems } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { fillSlots } from "./fill-slots";

export type Merge = {
  callId: RowId;
  /** The call of which it is a second view; itself when it only sums up several calls. */
  into: RowId;
};

/**
 * Marks a call as a second view of another. Its row stays, so that addresses stay good; drawn items,
 * their place in the frame, and labels move to the call that it turned out to be.
 */
export async function mergeCall(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { callId, into }: Merge,
): Promise<void> {
  await tx
    .update(calls)
    .set({ mergedInto: into })
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, callId)));
  if (into === callId) return;
  const both = sql`workspace_id = ${workspaceId} AND call_id = ${callId}`;
  await moveLabels(tx, workspaceId, callId, into);
  // a draw that holds the winner too asks once: the labels of its second item have moved
  await tx.execute(sql`
    DELETE FROM draw_items item WHERE ${both} AND EXISTS (
      SELECT 1 FROM draw_items other WHERE other.workspace_id = item.workspace_id
        AND other.draw_id = item.draw_id AND other.call_id = ${into})`);
  await tx.execute(sql`
    UPDATE draw_frame place SET call_id = ${into} WHERE ${both}
      AND EXISTS (SELECT 1 FROM draw_items item WHERE item.workspace_id = place.workspace_id
        AND item.draw_id = place.draw_id AND item.call_id = ${callId})
      AND NOT EXISTS (SELECT 1 FROM draw_frame other WHERE other.workspace_id = place.workspace_id
        AND other.draw_id = place.draw_id AND other.call_id = ${into})`);
  await tx.execute(sql`UPDATE draw_items SET call_id = ${into} WHERE ${both}`);
  const asked = await tx
    .select({ id: drawItems.id })
    .from(drawItems)
    .where(and(eq(drawItems.workspaceId, workspaceId), eq(drawItems.callId, into)));
  await fillSlots(
    tx,
    workspaceId,
    asked.map(({ id }) => id),
  );
}

/**
 * Labels keep their item if it moves, and go to the winner's item where that draw holds both. A rater
 * who answered both keeps the other answer as one outside the draw: nobody counts twice on an item.
 */
async function moveLabels(
  tx: Transaction,
  workspaceId: WorkspaceId,
  callId: RowId,
  into: RowId,
): Promise<void> {
  await tx.execute(sql`
    UPDATE labels label SET item_id = CASE WHEN EXISTS (
        SELECT 1 FROM labels theirs WHERE theirs.workspace_id = label.workspace_id
          AND theirs.item_id = winner.id AND theirs.rater_id = label.rater_id)
      THEN NULL ELSE winner.id END
    FROM draw_items loser
    JOIN draw_items winner ON winner.workspace_id = loser.workspace_id
      AND winner.draw_id = loser.draw_id AND winner.call_id = ${into}
    WHERE label.workspace_id = ${workspaceId} AND loser.workspace_id = ${workspaceId}
      AND loser.call_id = ${callId} AND label.item_id = loser.id`);
  await tx.execute(sql`
    UPDATE labels SET call_id = ${into}
    WHERE workspace_id = ${workspaceId} AND call_id = ${callId}`);
}
