import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

type Settings = Pick<
  typeof workspaces.$inferSelect,
  "name" | "bar" | "minLabels" | "threshold" | "candidate"
>;

/** Writes what a workspace has set. Its address stays. */
export async function writeSettings(
  executor: Executor,
  workspaceId: WorkspaceId,
  { name, bar, minLabels, threshold, candidate }: Settings,
): Promise<void> {
  await executor
    .update(workspaces)
    .set({ name, bar, minLabels, threshold, candidate })
    .where(eq(workspaces.id, workspaceId));
}
