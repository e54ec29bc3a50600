import type { Transaction } from "@/db/client";
import { deleteCalls } from "@/db/commands/delete-calls";
import { sweepNodes } from "@/db/commands/sweep-nodes";
import { listDoomedLooseCalls } from "@/db/queries/deletion/list-doomed";
import type { DeletionScope } from "@/lib/deletion/deletion-scope";
import type { WorkspaceId } from "@/lib/ids";
import { passOn, takeBack } from "./take-back";

/**
 * Deletes a batch of the calls outside any trace that go. Their messages hang in the tree of their
 * import, which is swept once, with the last of them; that of an import that goes, when it goes.
 *
 * @returns how many went, or null when there are none.
 */
export async function deleteLoose(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeletionScope,
  limit: number,
): Promise<number | null> {
  if (scope.what === "trace") return null;
  const found = await listDoomedLooseCalls(tx, workspaceId, scope, limit + 1);
  const rows = found.slice(0, limit);
  if (rows.length === 0) return null;
  const gone = await takeBack(tx, rows);
  await deleteCalls(
    tx,
    workspaceId,
    rows.map((row) => row.id),
  );
  await passOn(tx, workspaceId, rows);
  if (scope.what === "import") return gone;
  const unfinished = found[limit]?.importId;
  const trees = new Set(rows.map((row) => row.importId).filter((id) => id !== unfinished));
  for (const id of trees) await sweepNodes(tx, workspaceId, id);
  return gone;
}
