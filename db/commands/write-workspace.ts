import type { Transaction } from "@/db/client";
import { codebooks, members, workspaces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Codebook } from "@/lib/labelling/codebook";

export type NewWorkspace = {
  id: WorkspaceId;
  slug: string;
  name: string;
  isSample: boolean;
  ownerId: string;
  codebook: { id: RowId; content: Codebook };
};

/**
 * Writes a workspace with its owner and its first codebook.
 *
 * @returns false when the slug is taken; nothing is written then.
 */
export async function writeWorkspace(tx: Transaction, given: NewWorkspace): Promise<boolean> {
  const { id, slug, name, isSample } = given;
  const made = await tx
    .insert(workspaces)
    .values({ id, slug, name, isSample })
    .onConflictDoNothing({ target: workspaces.slug })
    .returning({ id: workspaces.id });
  if (made.length === 0) return false;
  await tx.insert(members).values({ workspaceId: id, userId: given.ownerId, role: "owner" });
  await tx.insert(codebooks).values({
    workspaceId: id,
    id: given.codebook.id,
    version: 1,
    change: "first",
    content: given.codebook.content,
    createdBy: given.ownerId,
  });
  return true;
}
