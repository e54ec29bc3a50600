import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";

/**
 * When the newest of the inputs came that have no date of their own among the evidence: the calls of
 * an import, and a change of the settings, scope, prices or assumptions. Null when there is neither.
 */
export async function getNewestChange(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<string | null> {
  const rows = await executor.execute<{ newest: string | null }>(sql`
    SELECT GREATEST(
      (SELECT max(COALESCE(finished_at, heartbeat_at)) FROM imports
        WHERE workspace_id = ${workspaceId} AND calls_new + calls_completed > 0),
      (SELECT max(created_at) FROM audit_log
        WHERE workspace_id = ${workspaceId} AND action IN ('workspace.settings', 'workspace.assumptions',
          'workspace.scope', 'human_facing.set', 'price.add', 'price.retire'))
    ) AS newest`);
  return rows[0]?.newest ?? null;
}
