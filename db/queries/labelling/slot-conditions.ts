import { type SQL, sql } from "drizzle-orm";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** An id that no rater has: who has never labelled meets only what is open to all. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export type SlotSeeker = { raterId: RowId; now: Date };

/** A list of ids as one parameter. */
export const idArray = (ids: readonly RowId[]): SQL =>
  sql`${sql.param(`{${ids.join(",")}}`)}::uuid[]`;

/** An open slot, or one whose lease has run out: no sweeper is needed. Kept slots are for their rater. */
export const isClaimable = (slot: SQL, { raterId, now }: SlotSeeker): SQL => sql`(
  (${slot}.state = 'open'
    OR (${slot}.state = 'claimed' AND ${slot}.lease_until <= ${now.toISOString()}::timestamptz))
  AND (${slot}.kept_for IS NULL OR ${slot}.kept_for = ${raterId}))`;

/**
 * Whether the rater may still take a slot of this slot's item: holds and filled no other one, has
 * said nothing of the item, and has not passed it over.
 */
export const isNewTo = (slot: SQL, { raterId }: SlotSeeker): SQL => sql`(
  NOT EXISTS (
    SELECT 1 FROM assignments own WHERE own.workspace_id = ${slot}.workspace_id
      AND own.item_id = ${slot}.item_id AND own.rater_id = ${raterId} AND own.id <> ${slot}.id)
  AND NOT EXISTS (
    SELECT 1 FROM item_skips skip WHERE skip.workspace_id = ${slot}.workspace_id
      AND skip.item_id = ${slot}.item_id AND skip.rater_id = ${raterId})
  AND NOT ${hasOwnLabel(slot, raterId)})`;

/** Whether a label of the rater stands on this slot's item. */
export const hasOwnLabel = (slot: SQL, raterId: RowId): SQL => sql`EXISTS (
  SELECT 1 FROM labels label WHERE label.workspace_id = ${slot}.workspace_id
    AND label.item_id = ${slot}.item_id AND label.rater_id = ${raterId} AND NOT label.retracted
    AND NOT EXISTS (SELECT 1 FROM labels later
      WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id))`;

/** The slots of a draw, as a condition. */
export const isSlotOf = (slot: SQL, workspaceId: WorkspaceId, drawId: RowId): SQL =>
  sql`${slot}.workspace_id = ${workspaceId} AND ${slot}.draw_id = ${drawId}`;

/** A reviewer's own order: at random and always the same, or by cluster and at random within it. */
export const ownOrder = (item: SQL, raterId: RowId, order: "random" | "cluster"): SQL => {
  const own = sql`md5(${raterId}::text || ${item}.id::text)`;
  return order === "cluster" ? sql`${item}.cluster_id, ${own}` : own;
};
