import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";

/** The calls of a workspace, from the kept totals. */
export async function countAllCalls(executor: Executor, workspaceId: WorkspaceId): Promise<number> {
  const rows = await executor.execute<{ calls: number }>(sql`
    SELECT coalesce(sum(calls), 0)::float8 AS calls FROM (
      SELECT calls FROM totals WHERE workspace_id = ${workspaceId}
      UNION ALL
      SELECT calls FROM total_deltas WHERE workspace_id = ${workspaceId}
    ) AS both_tables`);
  return rows[0]?.calls ?? 0;
}
