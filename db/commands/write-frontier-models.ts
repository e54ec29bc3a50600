import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** Writes which models a workspace calls frontier; null goes by the rule. */
export async function writeFrontierModels(
  executor: Executor,
  workspaceId: WorkspaceId,
  frontierModels: string[] | null,
): Promise<void> {
  await executor.update(workspaces).set({ frontierModels }).where(eq(workspaces.id, workspaceId));
}
