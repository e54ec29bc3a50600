import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { isNewTo, NOBODY } from "./slot-conditions";

/**
 * Items, over all draws, that may still come to a person: a slot is not filled, also where another
 * holds it at the moment, and they have neither labelled nor skipped the item.
 */
export async function countLeft(
  executor: Executor,
  workspaceId: WorkspaceId,
  given: { raterId: RowId | null; now: Date },
): Promise<number> {
  const seeker = { ...given, raterId: given.raterId ?? NOBODY };
  const [row] = await executor.execute<{ left: number }>(sql`
    SELECT count(DISTINCT slot.item_id)::int AS "left" FROM assignments slot
    WHERE slot.workspace_id = ${workspaceId} AND slot.state <> 'done'
      AND (slot.rater_id = ${seeker.raterId}
        OR ((slot.kept_for IS NULL OR slot.kept_for = ${seeker.raterId})
          AND ${isNewTo(sql`slot`, seeker)}))`);
  return row?.left ?? 0;
}
