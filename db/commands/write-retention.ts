import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** Sets after how many days a workspace's traces are deleted; null keeps them. */
export async function writeRetention(
  executor: Executor,
  workspaceId: WorkspaceId,
  retentionDays: number | null,
): Promise<void> {
  await executor.update(workspaces).set({ retentionDays }).where(eq(workspaces.id, workspaceId));
}
