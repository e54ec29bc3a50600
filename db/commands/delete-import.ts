import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports, waitingRecords } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Deletes an import whose calls have gone, with what it rejected and what still waits for its span. */
export async function deleteImport(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<void> {
  await tx
    .delete(waitingRecords)
    .where(and(eq(waitingRecords.workspaceId, workspaceId), eq(waitingRecords.importId, id)));
  await tx.delete(imports).where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id)));
}

/**
 * Deletes what else is older than a moment: receipts that hold nothing any more, what the others
 * rejected, and what waited for its span in vain.
 */
export async function deleteOldReceipts(
  tx: Transaction,
  workspaceId: WorkspaceId,
  before: string,
): Promise<void> {
  const own = sql`workspace_id = ${workspaceId} AND created_at < ${before}::timestamptz`;
  await tx.execute(sql`DELETE FROM waiting_records WHERE ${own}`);
  await tx.execute(sql`
    DELETE FROM rejected_records WHERE workspace_id = ${workspaceId} AND import_id IN (
      SELECT id FROM imports WHERE ${own} AND state <> 'running')`);
  await tx.execute(sql`
    DELETE FROM imports WHERE ${own} AND state <> 'running'
      AND NOT EXISTS (SELECT 1 FROM calls WHERE calls.workspace_id = ${workspaceId}
        AND calls.import_id = imports.id)
      AND NOT EXISTS (SELECT 1 FROM spans WHERE spans.workspace_id = ${workspaceId}
        AND spans.import_id = imports.id)`);
}
