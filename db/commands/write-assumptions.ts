import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { SaidAssumptions } from "@/lib/savings/assumptions";

/** Writes what a workspace assumes of savings, and of which small model. */
export async function writeAssumptions(
  executor: Executor,
  workspaceId: WorkspaceId,
  { assumptions, candidate }: { assumptions: SaidAssumptions; candidate: string | null },
): Promise<void> {
  await executor
    .update(workspaces)
    .set({ assumptions, candidate })
    .where(eq(workspaces.id, workspaceId));
}
