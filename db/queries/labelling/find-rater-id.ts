import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The rater that a member is; null before they first met the queue. */
export async function findRaterId(
  executor: Executor,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<RowId | null> {
  const [row] = await executor
    .select({ id: raters.id })
    .from(raters)
    .where(and(eq(raters.workspaceId, workspaceId), eq(raters.userId, userId)));
  return row?.id ?? null;
}
