import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
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
  // a subquery of one row and no EXISTS: of a workspace that has grown since its statistics were
  // made, the planner would take the whole index for one row, and read it for every batch
  const rows = await executePrepared<{ fingerprint: RowId }>(
    executor,
    sql`
    SELECT given.fingerprint FROM unnest(${list(fingerprints)}) AS given (fingerprint)
    WHERE (
      SELECT true FROM calls WHERE calls.workspace_id = ${workspaceId}
        AND calls.fingerprint = given.fingerprint AND calls.merged_into IS NULL
        AND calls.id <> ALL (${list(except)}) LIMIT 1)`,
  );
  return new Set(rows.map((row) => row.fingerprint));
}
