import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Those of these fingerprints that a stored call has: one look into the index for each.
 *
 * @param except calls that are about to be written anew, and do not count
 */
export async function findFingerprints(
  executor: Executor,
  workspaceId: WorkspaceId,
  fingerprints: readonly RowId[],
  except: readonly RowId[],
): Promise<Set<RowId>> {
  if (fingerprints.length === 0) return new Set();
  const list = (ids: readonly RowId[]) => sql`${sql.param(`{${ids.join(",")}}`)}::uuid[]`;
  const rows = await executor.execute<{ fingerprint: RowId }>(sql`
    SELECT given.fingerprint FROM unnest(${list(fingerprints)}) AS given (fingerprint)
    WHERE EXISTS (
      SELECT 1 FROM calls WHERE calls.workspace_id = ${workspaceId}
        AND calls.fingerprint = given.fingerprint AND calls.merged_into IS NULL
        AND calls.id <> ALL (${list(except)}))`);
  return new Set(rows.map((row) => row.fingerprint));
}
