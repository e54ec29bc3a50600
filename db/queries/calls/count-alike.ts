import { sql } from "drizzle-orm";
import { averageWorkspace } from "@/db/average-workspace";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { MOST_ALIKE } from "@/lib/calls/alike";

/**
 * How many calls have each of these fingerprints; one more than {@link MOST_ALIKE} stands for all
 * above, so that a page reads a bounded piece of the index however often its calls repeat.
 */
export async function countAlike(
  executor: Executor,
  workspaceId: WorkspaceId,
  fingerprints: readonly RowId[],
): Promise<Map<RowId, number>> {
  if (fingerprints.length === 0) return new Map();
  const given = sql.param(`{${[...new Set(fingerprints)].join(",")}}`);
  const rows = await executor.execute<{ fingerprint: RowId; count: number }>(sql`
    SELECT given.fingerprint, (
      SELECT count(*)::int FROM (
        SELECT 1 FROM calls WHERE calls.workspace_id = ${averageWorkspace(workspaceId)}
          AND calls.fingerprint = given.fingerprint AND calls.merged_into IS NULL
        LIMIT ${MOST_ALIKE + 1}
      ) AS first_ones
    ) AS count FROM unnest(${given}::uuid[]) AS given (fingerprint)`);
  return new Map(rows.map(({ fingerprint, count }) => [fingerprint, count]));
}
