import { notFound } from "next/navigation";
import { z } from "zod";
import { type ActCount, listActs } from "@/lib/overview/acts";
import { assembleAudit, type Audit, type ClusterAudit } from "@/lib/overview/audit";
import { parseAuditParams } from "@/lib/overview/params";
import type { RouteKeyAudit } from "@/lib/overview/route-keys";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope } from "@/lib/scope/scope-params";
import { type ScopeView, viewScope } from "@/lib/scope/scope-view";
import { requireMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { loadEvidence } from "@/lib/server/overview/load-evidence";

export interface ClusterView extends Pick<
  Audit,
  "unit" | "candidate" | "assumptions" | "priceBook"
> {
  readonly slug: string;
  readonly scope: ScopeView;
  readonly name: string;
  readonly bar: number;
  /** Null when it has no call in the scope. */
  readonly cluster: ClusterAudit | null;
  readonly acts: readonly ActCount[];
  readonly routeKeys: readonly RouteKeyAudit[];
}

/** One cluster: what it does, on which models, how viable it is and what would follow. */
export async function loadCluster(
  slug: string,
  clusterId: string,
  searchParams: Record<string, string | string[] | undefined>,
): Promise<ClusterView> {
  const member = await requireMember(slug);
  const { workspaceId, workspace } = member;
  const id = z.uuid().safeParse(clusterId);
  if (!id.success) notFound();
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scope = chooseScope(searchParams, ofWorkspace);
  const { evidence, rows } = await loadEvidence(workspaceId, scope, await sightOf(member));
  const audit = assembleAudit(evidence, workspace, parseAuditParams(searchParams));
  const cluster = audit.clusters.find((candidate) => candidate.id === id.data) ?? null;
  const name = evidence.clusters.find((candidate) => candidate.id === id.data)?.name;
  if (name === undefined || (cluster === null && !audit.scope.narrow)) notFound();
  return {
    slug: workspace.slug,
    scope: viewScope(audit.scope, ofWorkspace),
    name,
    bar: workspace.bar,
    unit: audit.unit,
    candidate: audit.candidate,
    assumptions: audit.assumptions,
    priceBook: audit.priceBook,
    cluster,
    acts: listActs(rows.kinds.filter(({ clusterId: of }) => of === id.data)),
    routeKeys: audit.routeKeys.filter(({ routeKey }) => cluster?.routeKeys.includes(routeKey)),
  };
}
