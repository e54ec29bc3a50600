import type { Audit } from "@/lib/overview/audit";
import type { DecisionSettings } from "@/lib/overview/evidence";
import type { RouteKeyAudit } from "@/lib/overview/route-keys";
import type { Result } from "@/lib/result";
import { requireMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { draftRoutes } from "./draft-routes";

export interface RoutingView {
  readonly slug: string;
  readonly routeKeys: readonly RouteKeyAudit[];
  readonly ready: Audit["ready"];
  readonly window: Audit["usage"]["window"];
  readonly assumptions: Audit["assumptions"];
  readonly candidate: { readonly id: string; readonly name: string };
  readonly settings: Pick<DecisionSettings, "bar" | "minLabels" | "threshold">;
  /** The scope of the workspace, on which it is decided, in words; null when it is everything. */
  readonly scope: string | null;
  readonly file: Result<string>;
}

/** The decisions with their evidence, and the routes as they would be written. */
export async function loadRouting(slug: string): Promise<RoutingView> {
  const member = await requireMember(slug);
  const { audit, candidate, file } = await draftRoutes(member, await sightOf(member));
  const { bar, minLabels, threshold } = member.workspace;
  return {
    slug: member.workspace.slug,
    routeKeys: audit.routeKeys,
    ready: audit.ready,
    window: audit.usage.window,
    assumptions: audit.assumptions,
    candidate: { id: candidate.id, name: candidate.name },
    settings: { bar, minLabels, threshold },
    scope: audit.scope.narrow ? audit.scope.text : null,
    file,
  };
}
