import { type ActCount, listActs } from "@/lib/overview/acts";
import { assembleAudit, type ClusterAudit } from "@/lib/overview/audit";
import { groupBy } from "@/lib/overview/group-by";
import { parseAuditParams, queryOf } from "@/lib/overview/params";
import type { ShareUnit } from "@/lib/statistics/share-item";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope } from "@/lib/scope/scope-params";
import { type ScopeView, viewScope, withQuery } from "@/lib/scope/scope-view";
import { requireMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { loadEvidence } from "@/lib/server/overview/load-evidence";

export type ClusterWithActs = ClusterAudit & { readonly acts: readonly ActCount[] };

export interface ClustersView {
  readonly scope: ScopeView;
  readonly slug: string;
  readonly unit: ShareUnit;
  readonly clusters: readonly ClusterWithActs[];
  readonly query: string;
}

/** The clusters by spend, with what is inside them. */
export async function loadClusters(
  slug: string,
  searchParams: Record<string, string | string[] | undefined>,
): Promise<ClustersView> {
  const member = await requireMember(slug);
  const { workspaceId, workspace } = member;
  const params = parseAuditParams(searchParams);
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scope = chooseScope(searchParams, ofWorkspace);
  const { evidence, rows } = await loadEvidence(workspaceId, scope, await sightOf(member));
  const audit = assembleAudit(evidence, workspace, params);
  const view = viewScope(audit.scope, ofWorkspace);
  const byCluster = groupBy(rows.kinds, ({ clusterId }) => clusterId);
  return {
    scope: view,
    slug: workspace.slug,
    unit: audit.unit,
    clusters: audit.clusters.map((cluster) => ({
      ...cluster,
      acts: listActs(byCluster.get(cluster.id) ?? []),
    })),
    query: withQuery(queryOf(params), view.query),
  };
}
