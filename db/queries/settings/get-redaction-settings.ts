import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** What a workspace has set for redaction, as stored; null when it has set nothing. */
export async function getRedactionSettings(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<unknown> {
  const [row] = await executor
    .select({ redaction: workspaces.redaction })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return row?.redaction ?? null;
}
