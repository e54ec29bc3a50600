import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { ClusterFrame } from "@/lib/labelling/plan-draw";

/**
 * What a draw could take from each cluster, the largest first: its calls that can be drawn, and
 * how many traces hold how many of them. A call outside any trace stands alone.
 */
export async function listClusterFrames(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<ClusterFrame[]> {
  const rows = await executor.execute<ClusterFrame>(sql`
    WITH held AS (
      SELECT kind.cluster_id, count(*)::int AS size
      FROM calls call
      JOIN kinds kind ON kind.workspace_id = call.workspace_id AND kind.id = call.kind_id
      WHERE call.workspace_id = ${workspaceId} AND call.merged_into IS NULL AND NOT call.without_text
        AND NOT call.errored
      GROUP BY kind.cluster_id, COALESCE(call.trace_id, call.id)
    ), sizes AS (
      SELECT cluster_id, size, count(*)::int AS traces FROM held GROUP BY cluster_id, size
    )
    SELECT cluster.id AS "clusterId", cluster.name,
      sum(sizes.size * sizes.traces)::int AS "frameCalls",
      jsonb_agg(jsonb_build_array(sizes.size, sizes.traces) ORDER BY sizes.size) AS "traceSizes"
    FROM sizes
    JOIN clusters cluster ON cluster.workspace_id = ${workspaceId} AND cluster.id = sizes.cluster_id
    GROUP BY cluster.id, cluster.name
    ORDER BY 3 DESC, cluster.name`);
  return [...rows];
}
