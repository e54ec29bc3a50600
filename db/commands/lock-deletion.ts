import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import { deletions } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/**
 * Keeps deleting and writing apart until the end of the transaction: alone for a batch of a
 * deletion, shared for whoever stores calls or relies on their staying. It is taken before any
 * other lock, so that neither half sees rows that the other is about to make or take away.
 */
export async function lockDeletion(
  tx: Transaction,
  workspaceId: WorkspaceId,
  how: "alone" | "shared",
): Promise<void> {
  const lock = sql.raw(how === "alone" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared");
  const name = `deletion ${workspaceId}`;
  await executePrepared(tx, sql`SELECT ${lock}(hashtextextended(${name}::text, 0))`);
}

/** Batches of deletions committed so far: while it stands still, what was stored is still there. */
export async function countDeletionBatches(
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<number> {
  const rows = await executePrepared<{ batches: number }>(
    tx,
    sql`
    SELECT coalesce(sum(${deletions.batches}), 0)::int AS batches FROM ${deletions}
    WHERE ${deletions.workspaceId} = ${workspaceId}`,
  );
  return rows[0]?.batches ?? 0;
}
