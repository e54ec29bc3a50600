import type { Transaction } from "@/db/client";
import { deleteImport, deleteOldReceipts } from "@/db/commands/delete-import";
import { deleteSomeOfWorkspace, deleteWorkspace } from "@/db/commands/delete-workspace";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { deleteSomeNodes } from "@/db/commands/sweep-nodes";
import { sweepUnused } from "@/db/commands/sweep-unused";
import { writeAudit } from "@/db/commands/write-audit";
import {
  advanceDeletion,
  type DeletionRow,
  failDeletion,
  holdDeletion,
} from "@/db/commands/write-deletion";
import { DeletionScope } from "@/lib/deletion/deletion-scope";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { retryConflicts } from "@/lib/server/retry-conflicts";
import { deleteInTraces } from "./delete-in-traces";
import { deleteLoose } from "./delete-loose";

/** Calls that one transaction deletes. */
const BATCH_CALLS = 1000;
/** Messages or other rows that one transaction deletes besides. */
const BATCH_ROWS = 10_000;

type Limits = { calls?: number; batches?: number };

/**
 * Works through a deletion batch by batch, each a transaction of its own: killed at any moment it
 * goes on where it stopped, and readers and imports see whole batches only.
 *
 * @returns whether it is done.
 */
export async function runDeletion(
  workspaceId: WorkspaceId,
  id: RowId,
  { calls = BATCH_CALLS, batches = Number.POSITIVE_INFINITY }: Limits = {},
): Promise<boolean> {
  try {
    for (let batch = 0; batch < batches; batch += 1) {
      const isDone = await retryConflicts(() =>
        getDatabase().transaction((tx) => deleteBatch(tx, workspaceId, id, calls)),
      );
      if (isDone) return true;
    }
    return false;
  } catch (error) {
    await failDeletion(getDatabase(), workspaceId, id);
    throw error;
  }
}

/** @returns whether nothing is left to do. */
async function deleteBatch(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
  limit: number,
): Promise<boolean> {
  await lockDeletion(tx, workspaceId, "alone");
  const row = await holdDeletion(tx, workspaceId, id);
  // an audit entry and nothing else is left of a workspace that has gone
  if (row === null || row.state === "done") return true;
  const gone = await deleteSome(tx, workspaceId, row, limit);
  await advanceDeletion(tx, row, gone === null ? "done" : "running", gone ?? 0);
  if (gone !== null) return false;
  await writeAudit(tx, workspaceId, {
    actor: row.createdBy,
    action: "deletion.finish",
    subject: id,
    detail: { what: row.what, of: row.subject, calls: row.callsDone },
  });
  if (row.what === "workspace") await deleteWorkspace(tx, workspaceId);
  return true;
}

/** @returns how many counted calls went, or null when all is gone. */
async function deleteSome(
  tx: Transaction,
  workspaceId: WorkspaceId,
  row: DeletionRow,
  limit: number,
): Promise<number | null> {
  if (row.what === "workspace") return deleteSomeOfWorkspace(tx, workspaceId, limit);
  const scope = DeletionScope.parse({ what: row.what, subject: row.subject });
  const gone =
    (await deleteInTraces(tx, workspaceId, scope, limit)) ??
    (await deleteLoose(tx, workspaceId, scope, limit));
  return gone ?? deleteRest(tx, workspaceId, scope);
}

/** What is left when the calls have gone: the import's tree and row, old receipts, unused bodies. */
async function deleteRest(tx: Transaction, workspaceId: WorkspaceId, scope: DeletionScope) {
  if (scope.what === "import") {
    const nodes = await deleteSomeNodes(tx, workspaceId, scope.subject, BATCH_ROWS);
    if (nodes > 0) return 0;
    await deleteImport(tx, workspaceId, scope.subject);
  }
  if (scope.what === "older") await deleteOldReceipts(tx, workspaceId, scope.subject);
  await sweepUnused(tx, workspaceId);
  return null;
}
