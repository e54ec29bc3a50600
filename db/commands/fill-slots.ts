import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Sees to it that every rater whose hand label stands on these items has filled a slot of theirs: one
 * they held, else one that is open to all, else one more. For labels that do not come through the
 * queue: those of the sample, and those that move when two calls turn out to be one.
 */
export async function fillSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  itemIds: readonly RowId[],
): Promise<void> {
  if (itemIds.length === 0) return;
  const items = sql`${sql.param(`{${itemIds.join(",")}}`)}::uuid[]`;
  const said = sql`
    SELECT label.item_id, label.rater_id, min(label.created_at) AS at, min(label.slot) AS slot
    FROM labels label
    WHERE label.workspace_id = ${workspaceId} AND label.item_id = ANY(${items})
      AND label.origin = 'hand' AND NOT label.retracted AND NOT EXISTS (
        SELECT 1 FROM labels later
        WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)
    GROUP BY label.item_id, label.rater_id`;
  await tx.execute(sql`
    UPDATE assignments slot SET state = 'done', lease_until = NULL FROM (${said}) said
    WHERE slot.workspace_id = ${workspaceId} AND slot.item_id = said.item_id
      AND slot.rater_id = said.rater_id AND slot.state <> 'done'`);
  // the first rater without a slot takes the first one that is free, and so on; the rest get new ones
  await tx.execute(sql`
    WITH missing AS (
      SELECT said.item_id, said.rater_id,
        row_number() OVER (PARTITION BY said.item_id ORDER BY said.at, said.slot, said.rater_id) AS turn
      FROM (${said}) said
      WHERE NOT EXISTS (SELECT 1 FROM assignments slot WHERE slot.workspace_id = ${workspaceId}
        AND slot.item_id = said.item_id AND slot.rater_id = said.rater_id)
    ), free AS (
      SELECT id, item_id, row_number() OVER (PARTITION BY item_id ORDER BY slot) AS turn
      FROM assignments WHERE workspace_id = ${workspaceId} AND item_id = ANY(${items})
        AND state = 'open' AND kept_for IS NULL
    ), filled AS (
      UPDATE assignments slot SET state = 'done', rater_id = missing.rater_id
      FROM free JOIN missing USING (item_id, turn)
      WHERE slot.workspace_id = ${workspaceId} AND slot.id = free.id
    )
    INSERT INTO assignments (workspace_id, id, draw_id, item_id, slot, state, rater_id)
    SELECT ${workspaceId}, gen_random_uuid(), item.draw_id, item.id,
      COALESCE(taken.slot, 0)
        + row_number() OVER (PARTITION BY missing.item_id ORDER BY missing.turn),
      'done', missing.rater_id
    FROM missing
    JOIN draw_items item ON item.workspace_id = ${workspaceId} AND item.id = missing.item_id
    LEFT JOIN LATERAL (
      SELECT max(slot.slot) AS slot FROM assignments slot
      WHERE slot.workspace_id = ${workspaceId} AND slot.item_id = missing.item_id
    ) taken ON true
    WHERE NOT EXISTS (SELECT 1 FROM free
      WHERE free.item_id = missing.item_id AND free.turn = missing.turn)`);
  await tx.execute(sql`
    UPDATE draw_items item SET slots = counted.slots FROM (
      SELECT item_id, count(*)::int AS slots FROM assignments
      WHERE workspace_id = ${workspaceId} AND item_id = ANY(${items}) GROUP BY item_id
    ) counted
    WHERE item.workspace_id = ${workspaceId} AND item.id = counted.item_id
      AND item.slots < counted.slots`);
}
