import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";

/** Items of the newest draw that a member has not labelled. */
export async function countItemsToLabel(
  executor: Executor,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<number> {
  const rows = await executor.execute<{ waiting: number }>(sql`
    SELECT count(*)::int AS waiting
    FROM draw_items item
    WHERE item.workspace_id = ${workspaceId}
      AND item.draw_id = (
        SELECT id FROM draws WHERE workspace_id = ${workspaceId} ORDER BY number DESC LIMIT 1
      )
      AND NOT EXISTS (
        SELECT 1 FROM labels label
        JOIN raters rater ON rater.workspace_id = label.workspace_id AND rater.id = label.rater_id
        WHERE label.workspace_id = item.workspace_id
          AND label.item_id = item.id
          AND rater.user_id = ${userId}
          AND NOT label.retracted
          AND NOT EXISTS (
            SELECT 1 FROM labels later
            WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id
          )
      )`);
  return rows[0]?.waiting ?? 0;
}
