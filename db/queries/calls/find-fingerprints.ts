import { sql } from "drizzle-orm";
import { averageWorkspace } from "@/db/average-workspace";
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
  // not kept by the connection: a plan that was made while the table was small would stay
  const rows = await executor.execute<{ fingerprint: RowId }>(sql`
    SELECT given.fingerprint FROM unnest(${list(fingerprints)}) AS given (fingerprint)
    WHERE (
      SELECT true FROM calls WHERE calls.workspace_id = ${averageWorkspace(workspaceId)}
        AND calls.fingerprint = given.fingerprint AND calls.merged_into IS NULL
        AND calls.id <> ALL (${list(except)}) LIMIT 1)`);
  return new Set(rows.map((row) => row.fingerprint));
}
