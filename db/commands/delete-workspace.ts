import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiKeys, invitations, members, workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** The tables that grow with the calls, those that point to others first. */
const LARGE = ["calls", "spans", "nodes", "draw_frame", "rejected_records"] as const;

/** Closes a workspace to people and programs at once, and frees its address for another. */
export async function closeWorkspace(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx.delete(apiKeys).where(eq(apiKeys.workspaceId, workspaceId));
  await tx.delete(invitations).where(eq(invitations.workspaceId, workspaceId));
  await tx.delete(members).where(eq(members.workspaceId, workspaceId));
  await tx
    .update(workspaces)
    .set({ slug: `deleted-${workspaceId}`, retentionDays: null })
    .where(eq(workspaces.id, workspaceId));
}

/**
 * Deletes some rows of a workspace that goes as a whole.
 *
 * @returns how many calls went, or null when its large tables are empty.
 */
export async function deleteSomeOfWorkspace(
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<number | null> {
  for (const table of LARGE) {
    const name = sql.identifier(table);
    const live = table === "calls" ? sql`merged_into IS NULL` : sql`false`;
    const [gone] = await tx.execute<{ rows: number; calls: number }>(sql`
      WITH gone AS (
        DELETE FROM ${name} WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM ${name} WHERE workspace_id = ${workspaceId} LIMIT ${limit}))
        RETURNING (${live})::int AS live)
      SELECT count(*)::int AS rows, coalesce(sum(live), 0)::int AS calls FROM gone`);
    if (gone && gone.rows > 0) return gone.calls;
  }
  return null;
}

/** Deletes the workspace itself; all that is left of it follows, but for the audit log. */
export async function deleteWorkspace(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx.delete(workspaces).where(eq(workspaces.id, workspaceId));
}
