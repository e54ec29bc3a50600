import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { totalsCondition } from "@/db/queries/scope/scope-condition";
import { UNKNOWN_DAY } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { TotalBucket } from "@/lib/overview/total-bucket";
import type { Scoping } from "@/lib/scope/scope-summary";

const SUMS = sql.raw(
  `kind_id, day, provider, model, environment, tier, cost_source, calls, errored, input_tokens, input_known,
   cached_input_tokens, cached_input_known, cache_write_tokens, output_tokens, output_known,
   stated_cost_usd`,
);

/**
 * What the calls of a scope used, by cluster, route key, model, day, tier and source of cost: the kept
 * totals and the changes not folded yet. It costs the same at any number of calls.
 */
export async function listTotalBuckets(
  executor: Executor,
  workspaceId: WorkspaceId,
  { scope, rules }: Scoping,
): Promise<TotalBucket[]> {
  const rows = await executor.execute<TotalBucket & Record<string, unknown>>(sql`
    WITH sums AS (
      SELECT ${SUMS} FROM totals WHERE workspace_id = ${workspaceId}
      UNION ALL
      SELECT ${SUMS} FROM total_deltas WHERE workspace_id = ${workspaceId}
    )
    SELECT kind.cluster_id AS "clusterId", kind.route_key AS "routeKey",
      kind.route_key_source = 'step_type' AS tagged,
      NULLIF(sums.day, ${UNKNOWN_DAY}::date)::text AS day,
      NULLIF(sums.provider, '') AS provider,
      NULLIF(sums.model, '') AS model,
      sums.tier, sums.cost_source AS "costSource",
      sum(sums.calls)::float8 AS calls,
      sum(sums.errored)::float8 AS errored,
      sum(sums.input_tokens)::float8 AS "inputTokens",
      sum(sums.input_known)::float8 AS "inputKnown",
      sum(sums.cached_input_tokens)::float8 AS "cachedInputTokens",
      sum(sums.cached_input_known)::float8 AS "cachedInputKnown",
      sum(sums.cache_write_tokens)::float8 AS "cacheWriteTokens",
      sum(sums.output_tokens)::float8 AS "outputTokens",
      sum(sums.output_known)::float8 AS "outputKnown",
      sum(sums.stated_cost_usd)::float8 AS "statedCostUsd"
    FROM sums
    JOIN kinds kind ON kind.workspace_id = ${workspaceId} AND kind.id = sums.kind_id
    WHERE ${totalsCondition(scope, rules, { sums: "sums", kind: "kind" }) ?? sql`true`}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    HAVING sum(sums.calls) <> 0
    ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`);
  return [...rows];
}
