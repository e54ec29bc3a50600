import { sql } from "drizzle-orm";
import { averageWorkspace } from "@/db/average-workspace";
import type { Transaction } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Where the first call of a group of calls alike has gone, another becomes the first, and the receipt
 * of its import counts one repeat less. Which of them it is does not matter: any is read, so that a
 * large group costs no more than a small one.
 *
 * @param fingerprints those of calls just deleted that were the first of their group
 */
export async function promoteRepeats(
  tx: Transaction,
  workspaceId: WorkspaceId,
  fingerprints: readonly RowId[],
): Promise<void> {
  if (fingerprints.length === 0) return;
  const given = sql.param(`{${[...new Set(fingerprints)].join(",")}}`);
  await tx.execute(sql`
    WITH heirs AS (
      SELECT heir.id FROM unnest(${given}::uuid[]) AS gone (fingerprint)
      CROSS JOIN LATERAL (
        SELECT id FROM calls WHERE workspace_id = ${averageWorkspace(workspaceId)}
          AND fingerprint = gone.fingerprint AND merged_into IS NULL AND near_duplicate LIMIT 1
      ) AS heir
    ), freed AS (
      UPDATE calls SET near_duplicate = false FROM heirs
      WHERE calls.workspace_id = ${averageWorkspace(workspaceId)} AND calls.id = heirs.id
      RETURNING calls.import_id
    ), counted AS (SELECT import_id, count(*)::int AS freed FROM freed GROUP BY import_id)
    UPDATE imports SET near_duplicate = near_duplicate - counted.freed FROM counted
    WHERE imports.workspace_id = ${workspaceId} AND imports.id = counted.import_id`);
}
