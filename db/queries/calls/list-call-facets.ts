import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { CallFacets, FacetValue } from "@/lib/calls/call-item";
import type { WorkspaceId } from "@/lib/ids";

type KeptFacets = Omit<CallFacets, "import">;

/** So many values of a facet are offered, those with the most calls. */
const MOST_OFFERED = 100;

type FacetRow = {
  facet: keyof KeptFacets;
  value: string;
  label: string;
  calls: number;
};

/** What calls can be filtered by, from the kept totals: no call is read. */
export async function listCallFacets(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<KeptFacets> {
  const rows = await executor.execute<FacetRow>(sql`
    WITH kept AS (
      SELECT kind_id, model, sum(calls) AS calls FROM (
        SELECT kind_id, model, calls FROM totals WHERE workspace_id = ${workspaceId}
        UNION ALL
        SELECT kind_id, model, calls FROM total_deltas WHERE workspace_id = ${workspaceId}
      ) AS both_tables GROUP BY kind_id, model
    ), named AS (
      SELECT facet, value, label, sum(kept.calls) AS calls
      FROM kept
      JOIN kinds kind ON kind.workspace_id = ${workspaceId} AND kind.id = kept.kind_id
      JOIN clusters cluster
        ON cluster.workspace_id = ${workspaceId} AND cluster.id = kind.cluster_id
      CROSS JOIN LATERAL (VALUES
        ('cluster', cluster.id::text, cluster.name),
        ('step', kind.route_key, kind.route_key),
        ('agent', kind.agent, kind.agent),
        ('model', nullif(kept.model, ''), kept.model)
      ) AS given (facet, value, label)
      WHERE value IS NOT NULL
      GROUP BY facet, value, label HAVING sum(kept.calls) > 0
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY facet ORDER BY calls DESC, label, value) AS place
      FROM named
    )
    SELECT facet, value, label, calls::float8 AS calls FROM ranked
    WHERE place <= ${MOST_OFFERED} ORDER BY facet, place`);
  const of = (facet: FacetRow["facet"]): FacetValue[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, calls }) => ({ value, label, calls }));
  return { cluster: of("cluster"), step: of("step"), agent: of("agent"), model: of("model") };
}
