import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { UNKNOWN_DAY } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { UseBucket } from "@/lib/scope/scope-choices";

const SUMS = sql.raw(
  `kind_id, day, provider, model, environment, tier, cost_source, calls, input_tokens,
   cached_input_tokens, cached_input_known, cache_write_tokens, output_tokens, stated_cost_usd`,
);

/** What each agent, step, cluster and environment used, from the kept totals, by what prices go by. */
export async function listUseBuckets(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<UseBucket[]> {
  const rows = await executor.execute<UseBucket & Record<string, unknown>>(sql`
    WITH sums AS (
      SELECT ${SUMS} FROM totals WHERE workspace_id = ${workspaceId}
      UNION ALL
      SELECT ${SUMS} FROM total_deltas WHERE workspace_id = ${workspaceId}
    )
    SELECT kind.agent, kind.route_key AS "routeKey", kind.human_facing AS "humanFacing",
      cluster.id AS "clusterId", cluster.name AS cluster,
      NULLIF(sums.environment, '') AS environment,
      NULLIF(sums.day, ${UNKNOWN_DAY}::date)::text AS day,
      NULLIF(sums.provider, '') AS provider, NULLIF(sums.model, '') AS model,
      sums.tier, sums.cost_source AS "costSource",
      sum(sums.calls)::float8 AS calls,
      sum(sums.input_tokens)::float8 AS "inputTokens",
      sum(sums.cached_input_tokens)::float8 AS "cachedInputTokens",
      sum(sums.cached_input_known)::float8 AS "cachedInputKnown",
      sum(sums.cache_write_tokens)::float8 AS "cacheWriteTokens",
      sum(sums.output_tokens)::float8 AS "outputTokens",
      sum(sums.stated_cost_usd)::float8 AS "statedCostUsd"
    FROM sums
    JOIN kinds kind ON kind.workspace_id = ${workspaceId} AND kind.id = sums.kind_id
    JOIN clusters cluster ON cluster.workspace_id = ${workspaceId} AND cluster.id = kind.cluster_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    HAVING sum(sums.calls) <> 0
    ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`);
  return [...rows];
}
