import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";

/** So many of the team's last decisions tell its pace; with fewer than the least there is nothing to say. */
const [DECISIONS, LEAST] = [200, 10];

/** The median of the team's last decisions, in milliseconds; null without enough of them. */
export async function getTeamPace(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<number | null> {
  const [row] = await executor.execute<{ pace: number | null }>(sql`
    SELECT CASE WHEN count(*) >= ${LEAST}
      THEN percentile_cont(0.5) WITHIN GROUP (ORDER BY decision_ms) END AS pace
    FROM (
      SELECT decision_ms FROM labels
      WHERE workspace_id = ${workspaceId} AND origin = 'hand' AND decision_ms IS NOT NULL
      ORDER BY created_at DESC LIMIT ${DECISIONS}
    ) latest`);
  return row?.pace ?? null;
}
