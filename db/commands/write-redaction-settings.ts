import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** Writes what a workspace has set for redaction. */
export async function writeRedactionSettings(
  executor: Executor,
  workspaceId: WorkspaceId,
  redaction: object,
): Promise<void> {
  await executor.update(workspaces).set({ redaction }).where(eq(workspaces.id, workspaceId));
}
