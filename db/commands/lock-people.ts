import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/**
 * Lets one change of a workspace's people (members and invitations) happen at a time, until the end
 * of the transaction. What is read after it is what the change before left.
 */
export async function lockPeople(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("no key update");
}
