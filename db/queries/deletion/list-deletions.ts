import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { deletions } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

export type DeletionRow = typeof deletions.$inferSelect;

/** The newest deletions of a workspace. */
export function listDeletions(
  executor: Executor,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<DeletionRow[]> {
  return executor
    .select()
    .from(deletions)
    .where(eq(deletions.workspaceId, workspaceId))
    .orderBy(desc(deletions.createdAt), desc(deletions.id))
    .limit(limit);
}

/** Whether what is older than some moment is being deleted, or waits for it. */
export async function isAging(executor: Executor, workspaceId: WorkspaceId): Promise<boolean> {
  const rows = await executor
    .select({ one: sql`1` })
    .from(deletions)
    .where(
      and(
        eq(deletions.workspaceId, workspaceId),
        eq(deletions.what, "older"),
        inArray(deletions.state, ["queued", "running"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
