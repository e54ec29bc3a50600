import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { codebooks, labels } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Codebook } from "@/lib/labelling/codebook";

/**
 * Locks the newest version: a label that would be given by it meanwhile waits, so that it is either
 * before the change, and freezes the version, or after it.
 */
export async function lockNewestCodebook(tx: Transaction, workspaceId: WorkspaceId) {
  const [newest] = await tx
    .select({ id: codebooks.id, version: codebooks.version, content: codebooks.content })
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId))
    .orderBy(desc(codebooks.version))
    .limit(1)
    .for("update");
  if (!newest) throw new Error(`workspace ${workspaceId} has no codebook`);
  const used = await tx
    .select({ id: labels.id })
    .from(labels)
    .where(and(eq(labels.workspaceId, workspaceId), eq(labels.codebookId, newest.id)))
    .limit(1);
  return { ...newest, frozen: used.length > 0 };
}

/** Changes a version that no label uses yet. */
export async function rewriteCodebook(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
  change: { content: Codebook; change?: "wording" | "meaning"; changeNote?: string },
): Promise<void> {
  await tx
    .update(codebooks)
    .set(change)
    .where(and(eq(codebooks.workspaceId, workspaceId), eq(codebooks.id, id)));
}

/** Writes a new version. */
export async function writeCodebook(
  tx: Transaction,
  workspaceId: WorkspaceId,
  version: Omit<typeof codebooks.$inferInsert, "workspaceId">,
): Promise<void> {
  await tx.insert(codebooks).values({ ...version, workspaceId });
}
