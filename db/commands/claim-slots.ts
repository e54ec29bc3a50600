import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  idArray,
  isClaimable,
  isNewTo,
  isSlotOf,
  ownOrder,
} from "@/db/queries/labelling/slot-conditions";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { leaseEnd, type QueueOrder } from "@/lib/labelling/lease";

export type Claim = {
  drawId: RowId;
  raterId: RowId;
  order: QueueOrder;
  limit: number;
  /** Only slots of these items; null for any of the draw. */
  items: readonly RowId[] | null;
  now: Date;
};

/**
 * Takes slots on a lease: at most one of an item, never of an item on which the rater has a slot, a
 * label or a skip. Slots that another claim is about to take are passed over, so nobody waits and
 * nobody gets the same one. The rater's row must be locked: two tabs of one person take turns.
 *
 * @returns the items, in no order
 */
export async function claimSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  claim: Claim,
): Promise<RowId[]> {
  const { drawId, raterId, order, limit, items, now } = claim;
  if (limit <= 0 || items?.length === 0) return [];
  const [slot, other] = [sql`slot`, sql`other`];
  const rows = await tx.execute<{ item_id: RowId }>(sql`
    WITH chosen AS (
      SELECT slot.id FROM assignments slot
      JOIN draw_items item ON item.workspace_id = slot.workspace_id AND item.id = slot.item_id
      WHERE ${isSlotOf(slot, workspaceId, drawId)} AND ${isClaimable(slot, claim)}
        AND ${isNewTo(slot, claim)}
        ${items === null ? sql`` : sql`AND slot.item_id = ANY(${idArray(items)})`}
        AND NOT EXISTS (
          SELECT 1 FROM assignments other WHERE other.workspace_id = slot.workspace_id
            AND other.item_id = slot.item_id AND ${isClaimable(other, claim)}
            AND (other.kept_for IS NULL, other.slot) < (slot.kept_for IS NULL, slot.slot))
      ORDER BY ${ownOrder(sql`item`, raterId, order)}
      LIMIT ${limit}
      FOR UPDATE OF slot SKIP LOCKED
    )
    UPDATE assignments SET state = 'claimed', rater_id = ${raterId},
      lease_until = ${leaseEnd(now)}::timestamptz
    FROM chosen
    WHERE assignments.workspace_id = ${workspaceId} AND assignments.id = chosen.id
    RETURNING assignments.item_id`);
  return rows.map((row) => row.item_id);
}

/** Holds on to what the rater holds in a draw, also where the lease ran out and nobody took it. */
export async function renewSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { drawId, raterId, now }: Pick<Claim, "drawId" | "raterId" | "now">,
): Promise<void> {
  await tx.execute(sql`
    WITH held AS (
      SELECT id FROM assignments slot
      WHERE ${isSlotOf(sql`slot`, workspaceId, drawId)}
        AND slot.rater_id = ${raterId} AND slot.state = 'claimed'
      ORDER BY slot.id FOR UPDATE
    )
    UPDATE assignments SET lease_until = ${leaseEnd(now)}::timestamptz FROM held
    WHERE assignments.workspace_id = ${workspaceId} AND assignments.id = held.id`);
}

/**
 * Gives back the slots that the rater holds in a draw and has not filled, but for those of some
 * items, whose labels are on their way.
 *
 * @returns how many are open again
 */
export async function releaseSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  given: { drawId: RowId; raterId: RowId; keep: readonly RowId[] },
): Promise<number> {
  const rows = await tx.execute(sql`
    WITH held AS (
      SELECT id FROM assignments slot
      WHERE ${isSlotOf(sql`slot`, workspaceId, given.drawId)}
        AND slot.rater_id = ${given.raterId} AND slot.state = 'claimed'
        AND slot.item_id <> ALL(${idArray(given.keep)})
      ORDER BY slot.id FOR UPDATE
    )
    UPDATE assignments SET state = 'open', rater_id = NULL, lease_until = NULL FROM held
    WHERE assignments.workspace_id = ${workspaceId} AND assignments.id = held.id
    RETURNING 1`);
  return rows.length;
}
