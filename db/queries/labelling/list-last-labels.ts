import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { OwnLabel } from "@/lib/labelling/label-row";
import { ownLabels } from "./own-labels";

export type LastLabel = OwnLabel & { itemId: RowId; decisionMs: number | null };

/** What a person labelled last in a draw, and what they said of one item more; oldest first. */
export async function listLastLabels(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; userId: string; limit: number; also: RowId | null },
): Promise<LastLabel[]> {
  const rows = await executor.execute<LastLabel>(sql`
    WITH ${ownLabels(workspaceId, from.drawId, from.userId)}
    SELECT id, item_id AS "itemId", verdict, reasons, note, rubric, alike,
      decision_ms AS "decisionMs"
    FROM own
    WHERE item_id = ${from.also} OR id IN (
      SELECT id FROM own ORDER BY created_at DESC, position DESC LIMIT ${from.limit})
    ORDER BY created_at DESC, position DESC`);
  return [...rows].toReversed();
}
