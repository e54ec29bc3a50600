import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Renames a rater who has no account.
 *
 * @returns the name before; null when there is no such rater.
 */
export async function renameExternalRater(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, name }: { id: RowId; name: string },
): Promise<string | null> {
  const [before] = await tx
    .select({ name: raters.name })
    .from(raters)
    .where(and(eq(raters.workspaceId, workspaceId), eq(raters.id, id), eq(raters.kind, "external")))
    .for("update");
  if (!before) return null;
  await tx
    .update(raters)
    .set({ name })
    .where(and(eq(raters.workspaceId, workspaceId), eq(raters.id, id)));
  return before.name;
}
