import { asc, eq, lt, sql } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { workspaces } from "@/db/schema";
import { FINGERPRINT_VERSION } from "@/lib/curation/fingerprint";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** What a call was asked, by the present rules. */
export type Fingerprint = {
  id: RowId;
  /** Of the call when it was read: one that was completed since has its fingerprint already. */
  contentId: RowId;
  fingerprint: RowId;
  nearDuplicate: boolean;
};

/** A workspace whose calls were not all looked through yet; null when there is none. */
export async function getWorkspaceToFingerprint(executor: Executor): Promise<WorkspaceId | null> {
  const [row] = await executor
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(lt(workspaces.fingerprintVersion, FINGERPRINT_VERSION))
    .orderBy(asc(workspaces.id))
    .limit(1);
  return row ? (row.id as WorkspaceId) : null;
}

/** Says of a workspace that all of its calls were looked through. */
export async function markFingerprinted(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<void> {
  await executor
    .update(workspaces)
    .set({ fingerprintVersion: FINGERPRINT_VERSION })
    .where(eq(workspaces.id, workspaceId));
}

/** Writes the fingerprints of stored calls; what imports count of repeats follows. */
export async function writeFingerprints(
  tx: Transaction,
  workspaceId: WorkspaceId,
  found: readonly Fingerprint[],
): Promise<void> {
  if (found.length === 0) return;
  const given = sql.param(JSON.stringify(found));
  await tx.execute(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${given}::jsonb)
        AS g (id uuid, "contentId" uuid, fingerprint uuid, "nearDuplicate" boolean)
    ), before AS (
      SELECT calls.id, calls.import_id, calls.near_duplicate AS was, given.fingerprint, given."nearDuplicate"
      FROM calls
      JOIN given ON given.id = calls.id AND given."contentId" = calls.content_id
      WHERE calls.workspace_id = ${workspaceId} AND calls.merged_into IS NULL
      ORDER BY calls.id FOR UPDATE OF calls
    ), written AS (
      UPDATE calls SET fingerprint = before.fingerprint, near_duplicate = before."nearDuplicate",
        fingerprint_version = ${FINGERPRINT_VERSION}
      FROM before WHERE calls.workspace_id = ${workspaceId} AND calls.id = before.id
    ), counted AS (
      SELECT import_id, sum("nearDuplicate"::int - was::int)::int AS more FROM before GROUP BY import_id
    )
    UPDATE imports SET near_duplicate = near_duplicate + counted.more FROM counted
    WHERE imports.workspace_id = ${workspaceId} AND imports.id = counted.import_id
      AND counted.more <> 0`);
}
