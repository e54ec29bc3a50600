import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { type CandidateChoice, listCandidates } from "@/lib/overview/candidates";
import { groupBy } from "@/lib/overview/group-by";
import { type Deed, listNextDeeds } from "@/lib/overview/next-deeds";
import { parseAuditParams, queryOf } from "@/lib/overview/params";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope } from "@/lib/scope/scope-params";
import { type ScopeView, viewScope, withQuery } from "@/lib/scope/scope-view";
import { requireMember } from "@/lib/server/gate";
import { loadEvidence } from "./load-evidence";

export interface Overview {
  readonly scope: ScopeView;
  readonly workspace: { readonly slug: string; readonly name: string; readonly sample: boolean };
  readonly audit: Audit;
  readonly deeds: readonly Deed[];
  readonly candidates: readonly CandidateChoice[];
  /** The view as a query, with its question mark; empty for the default view. */
  readonly query: string;
}

/** The audit in one screen. */
export async function loadOverview(
  slug: string,
  searchParams: Record<string, string | string[] | undefined>,
): Promise<Overview> {
  const { workspaceId, workspace } = await requireMember(slug);
  const params = parseAuditParams(searchParams);
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scope = chooseScope(searchParams, ofWorkspace);
  const { evidence, rows } = await loadEvidence(workspaceId, scope);
  const audit = assembleAudit(evidence, workspace, params);
  const view = viewScope(audit.scope, ofWorkspace);
  const acts = new Map(
    [...groupBy(rows.kinds, ({ clusterId }) => clusterId)].map(([id, own]) => [
      id,
      new Set(own.map(({ act }) => act)).size,
    ]),
  );
  return {
    scope: view,
    workspace: { slug: workspace.slug, name: workspace.name, sample: workspace.isSample },
    audit,
    deeds: listNextDeeds(audit, workspace.bar, acts),
    candidates: listCandidates(),
    query: withQuery(queryOf(params), view.query),
  };
}
