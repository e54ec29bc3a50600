import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { type CandidateChoice, listCandidates } from "@/lib/overview/candidates";
import { groupBy } from "@/lib/overview/group-by";
import { type Deed, listNextDeeds } from "@/lib/overview/next-deeds";
import { parseAuditParams, queryOf } from "@/lib/overview/params";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope } from "@/lib/scope/scope-params";
import { type ScopeView, viewScope, withQuery } from "@/lib/scope/scope-view";
import { listRaters } from "@/db/queries/people/list-raters";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { loadEvidence } from "./load-evidence";

export interface Overview {
  readonly scope: ScopeView;
  readonly workspace: { readonly slug: string; readonly name: string; readonly sample: boolean };
  readonly audit: Audit;
  readonly deeds: readonly Deed[];
  readonly candidates: readonly CandidateChoice[];
  /** Raters whose labels alone may be read; null to whom may not. */
  readonly raters: readonly { readonly id: string; readonly name: string }[] | null;
  /** The view as a query, with its question mark; empty for the default view. */
  readonly query: string;
}

/** The audit in one screen. */
export async function loadOverview(
  slug: string,
  searchParams: Record<string, string | string[] | undefined>,
): Promise<Overview> {
  const member = await requireMember(slug);
  const { workspaceId, workspace, role } = member;
  const params = parseAuditParams(searchParams);
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scope = chooseScope(searchParams, ofWorkspace);
  const raters = mayAct(role, "admin") ? await listRaters(getDatabase(), workspaceId) : null;
  const pass = raters?.find(({ id }) => id === searchParams.rater) ?? null;
  const { evidence, rows } = await loadEvidence(workspaceId, scope, await sightOf(member), pass);
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
    raters,
    query: withQuery(withQuery(queryOf(params), view.query), pass ? `?rater=${pass.id}` : ""),
  };
}
