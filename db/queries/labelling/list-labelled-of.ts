import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { hasOwnLabel, idArray } from "./slot-conditions";

/** Those of these items on which a label of the rater stands. */
export async function listLabelledOf(
  executor: Executor,
  workspaceId: WorkspaceId,
  { raterId, itemIds }: { raterId: RowId; itemIds: readonly RowId[] },
): Promise<Set<RowId>> {
  if (itemIds.length === 0) return new Set();
  const rows = await executor.execute<{ item_id: RowId }>(sql`
    SELECT item.item_id
    FROM unnest(${idArray(itemIds)}) AS given (id)
    CROSS JOIN LATERAL (SELECT ${workspaceId}::uuid AS workspace_id, given.id AS item_id) item
    WHERE ${hasOwnLabel(sql`item`, raterId)}`);
  return new Set(rows.map((row) => row.item_id));
}
