import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { ClusterFrame } from "@/lib/labelling/plan-draw";
import type { Scoping } from "@/lib/scope/scope-summary";
import { inFrame, isDrawable, waitingTraces } from "./frame-condition";

type Row = Omit<ClusterFrame, "viable" | "settled">;

/**
 * What a draw could take from each cluster of a scope, the largest first: its calls, their spend, and
 * how many traces hold how many of them, each call by itself and near-duplicates as one. A call outside
 * any trace stands alone.
 */
export async function listClusterFrames(
  executor: Executor,
  workspaceId: WorkspaceId,
  scoping: Scoping,
): Promise<Row[]> {
  const rows = await executor.execute<Row>(sql`
    WITH drawable AS (
      SELECT kind.cluster_id, COALESCE(call.trace_id, call.id) AS trace_id, call.cost_usd,
        call.fingerprint IS NULL OR row_number()
          OVER (PARTITION BY kind.cluster_id, call.fingerprint ORDER BY call.id) = 1 AS stands
      FROM ${inFrame(workspaceId, scoping)} AND ${isDrawable}
        AND COALESCE(call.trace_id, call.id) NOT IN (${waitingTraces(workspaceId)})
    ), held AS (
      SELECT cluster_id, count(*)::int AS calls, count(*) FILTER (WHERE stands)::int AS units,
        sum(cost_usd) AS spend
      FROM drawable GROUP BY cluster_id, trace_id
    ), called AS (
      SELECT cluster_id, jsonb_agg(jsonb_build_array(size, traces) ORDER BY size) AS sizes FROM (
        SELECT cluster_id, calls AS size, count(*)::int AS traces FROM held GROUP BY 1, 2
      ) counted GROUP BY cluster_id
    ), unified AS (
      SELECT cluster_id, jsonb_agg(jsonb_build_array(size, traces) ORDER BY size) AS sizes FROM (
        SELECT cluster_id, units AS size, count(*)::int AS traces FROM held
        WHERE units > 0 GROUP BY 1, 2
      ) counted GROUP BY cluster_id
    ), summed AS (
      SELECT cluster_id, sum(calls)::int AS calls, sum(spend) AS spend FROM held GROUP BY cluster_id
    )
    SELECT cluster.id AS "clusterId", cluster.name, summed.calls AS "frameCalls",
      summed.spend AS "frameSpendUsd", called.sizes AS "traceSizes", unified.sizes AS "unitSizes"
    FROM summed JOIN called USING (cluster_id) JOIN unified USING (cluster_id)
    JOIN clusters cluster
      ON cluster.workspace_id = ${workspaceId} AND cluster.id = summed.cluster_id
    ORDER BY summed.calls DESC, cluster.name`);
  return [...rows];
}
