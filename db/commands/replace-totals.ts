import { asc, eq, lt } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { totalDeltas, totals, workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { insertNewRows } from "./insert-rows";

/** The rule by which totals are counted now; a workspace that says less is counted anew. */
export const TOTALS_VERSION = 1;

/** Workspaces whose totals were counted by an earlier rule. */
export async function listOldTotals(executor: Executor): Promise<WorkspaceId[]> {
  const rows = await executor
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(lt(workspaces.totalsVersion, TOTALS_VERSION))
    .orderBy(asc(workspaces.id));
  return rows.map(({ id }) => id as WorkspaceId);
}

/**
 * Puts these buckets in the place of all that a workspace's totals and deltas say. Call it in a
 * transaction of one snapshot, the one that the calls were read in.
 */
export async function replaceTotals(
  tx: Transaction,
  workspaceId: WorkspaceId,
  counted: (typeof totalDeltas.$inferInsert)[],
): Promise<void> {
  await tx.delete(totals).where(eq(totals.workspaceId, workspaceId));
  await tx.delete(totalDeltas).where(eq(totalDeltas.workspaceId, workspaceId));
  await insertNewRows(tx, totals, counted, totals.kindId);
  await tx
    .update(workspaces)
    .set({ totalsVersion: TOTALS_VERSION })
    .where(eq(workspaces.id, workspaceId));
}
