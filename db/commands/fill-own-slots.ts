import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idArray, isClaimable } from "@/db/queries/labelling/slot-conditions";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { leaseEnd } from "@/lib/labelling/lease";

export type Filling = { raterId: RowId; itemIds: readonly RowId[]; now: Date };

/**
 * Fills a slot of each item with the rater's label: the one that they hold or filled before, even on
 * a lease that ran out; else one that is still to be had. An item whose slots are all taken by
 * others is not in the answer: the label on it is one too many.
 *
 * @returns which slot each item's label fills
 */
export async function fillOwnSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  filling: Filling,
): Promise<Map<RowId, number>> {
  if (filling.itemIds.length === 0) return new Map();
  const ids = await slotsToFill(tx, workspaceId, filling);
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ item_id: RowId; slot: number }>(sql`
    UPDATE assignments SET state = 'done', rater_id = ${filling.raterId}, lease_until = NULL
    WHERE workspace_id = ${workspaceId} AND id = ANY(${idArray(ids)})
    RETURNING item_id, slot`);
  return new Map(rows.map((row) => [row.item_id, row.slot]));
}

/** One slot of each item, locked: the rater's own first, then one kept for them, then any. */
async function slotsToFill(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { raterId, itemIds, now }: Filling,
): Promise<RowId[]> {
  const own = sql`COALESCE(slot.rater_id = ${raterId}, false)`;
  const rows = await tx.execute<{ id: RowId; item_id: RowId; rank: number; slot: number }>(sql`
    SELECT slot.id, slot.item_id, slot.slot,
      CASE WHEN ${own} THEN 0 WHEN slot.kept_for IS NOT NULL THEN 1 ELSE 2 END AS rank
    FROM assignments slot
    WHERE slot.workspace_id = ${workspaceId} AND slot.item_id = ANY(${idArray(itemIds)})
      AND (${own} OR ${isClaimable(sql`slot`, { raterId, now })})
    ORDER BY slot.id FOR UPDATE`);
  const best = new Map<RowId, (typeof rows)[number]>();
  for (const row of rows) {
    const before = best.get(row.item_id);
    if (!before || row.rank < before.rank || (row.rank === before.rank && row.slot < before.slot)) {
      best.set(row.item_id, row);
    }
  }
  return [...best.values()].map((row) => row.id);
}

/** An undone label empties its slot; the rater holds it on, for the item is on their screen again. */
export async function emptyOwnSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { raterId, itemIds, now }: Filling,
): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.execute(sql`
    UPDATE assignments SET state = 'claimed', lease_until = ${leaseEnd(now)}::timestamptz
    WHERE workspace_id = ${workspaceId} AND item_id = ANY(${idArray(itemIds)})
      AND rater_id = ${raterId} AND state = 'done'`);
}
