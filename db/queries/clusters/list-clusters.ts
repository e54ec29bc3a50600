import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { totalsCondition } from "@/db/queries/scope/scope-condition";
import { clusters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Scoping } from "@/lib/scope/scope-summary";

export interface ClusterName {
  readonly id: RowId;
  readonly name: string;
}

/** The clusters of a workspace by name. */
export function listClusters(executor: Executor, workspaceId: WorkspaceId): Promise<ClusterName[]> {
  return executor
    .select({ id: clusters.id, name: clusters.name })
    .from(clusters)
    .where(eq(clusters.workspaceId, workspaceId))
    .orderBy(asc(clusters.name), asc(clusters.id));
}

/** A kind, where it lies, and how many calls it has. */
export interface KindRow {
  readonly id: RowId;
  readonly clusterId: RowId;
  readonly routeKey: string;
  readonly routeKeySource: "step_type" | "prompt";
  readonly act: string;
  readonly agent: string | null;
  readonly humanFacing: boolean | null;
  readonly calls: number;
  readonly errored: number;
}

/** The kinds that have calls in a scope, with those calls, the largest first. */
export async function listKinds(
  executor: Executor,
  workspaceId: WorkspaceId,
  { scope, rules }: Scoping,
): Promise<KindRow[]> {
  const rows = await executor.execute<KindRow & Record<string, unknown>>(sql`
    WITH sums AS (
      SELECT kind_id, day, environment, calls, errored FROM totals WHERE workspace_id = ${workspaceId}
      UNION ALL
      SELECT kind_id, day, environment, calls, errored FROM total_deltas WHERE workspace_id = ${workspaceId}
    )
    SELECT kind.id, kind.cluster_id AS "clusterId", kind.route_key AS "routeKey",
      kind.route_key_source AS "routeKeySource", kind.act, kind.agent,
      kind.human_facing AS "humanFacing", sum(sums.calls)::float8 AS calls,
      sum(sums.errored)::float8 AS errored
    FROM sums
    JOIN kinds kind ON kind.workspace_id = ${workspaceId} AND kind.id = sums.kind_id
    WHERE ${totalsCondition(scope, rules, { sums: "sums", kind: "kind" }) ?? sql`true`}
    GROUP BY kind.id, kind.cluster_id, kind.route_key, kind.route_key_source, kind.act,
      kind.agent, kind.human_facing
    HAVING sum(sums.calls) <> 0
    ORDER BY 8 DESC, kind.id`);
  return [...rows];
}
