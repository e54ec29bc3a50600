import { getNewestChange } from "@/db/queries/routing/get-newest-change";
import { blindReason, type Sight } from "@/lib/labelling/blind";
import { listRouteEntries } from "@/lib/overview/route-entries";
import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { AuditParams, chooseCandidate } from "@/lib/overview/params";
import { PRICE_BOOK } from "@/lib/pricing/price-row";
import type { Slm } from "@/lib/pricing/slm";
import { checkRoutes } from "@/lib/routing/check-routes";
import { intendedRoutes, writeRoutes } from "@/lib/routing/write-routes";
import { parseStoredScope } from "@/lib/scope/scope";
import { refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { type EvidenceRows, loadEvidence } from "@/lib/server/overview/load-evidence";
import { hashInputs } from "./hash-inputs";

export interface DraftRoutes {
  readonly audit: Audit;
  readonly candidate: Slm;
  /** The file, or why it may not leave. */
  readonly file: Result<string>;
}

/**
 * Writes the routes as they would be released now, decided on the scope of the workspace whatever
 * an address looks at. The same inputs give the same bytes.
 */
export async function draftRoutes(
  { workspaceId, workspace }: Pick<Membership, "workspaceId" | "workspace">,
  sight: Sight,
): Promise<DraftRoutes> {
  const [{ evidence, rows }, newestChange] = await Promise.all([
    loadEvidence(workspaceId, parseStoredScope(workspace.scope), sight),
    getNewestChange(getDatabase(), workspaceId),
  ]);
  const candidate = chooseCandidate(workspace.candidate);
  const audit = assembleAudit(evidence, workspace, AuditParams.parse({ unit: "calls" }));
  const { threshold } = workspace;
  const entries = listRouteEntries(audit.routeKeys, { candidate: candidate.id, threshold });
  const text = writeRoutes(
    {
      release: null,
      workspace: workspace.slug,
      newestInput: newestDay(rows, newestChange),
      inputsSha256: hashInputs(rows, workspace, candidate),
      codebookVersion: rows.codebooks[0]?.version ?? null,
      scope: audit.scope.narrow ? audit.scope.text : null,
    },
    entries,
  );
  const file =
    sight.labels === "own"
      ? refused("forbidden", `The routes are not shown to you yet. ${blindReason(sight.left)}`)
      : checkRoutes(text, intendedRoutes(entries));
  return { audit, candidate, file };
}

/** The UTC day of the newest input; the clock has no say. */
function newestDay(rows: EvidenceRows, newestChange: string | null): string {
  const times = [...rows.labels, ...rows.draws, ...rows.codebooks].map(
    ({ createdAt }) => createdAt,
  );
  const moments = [PRICE_BOOK.date, ...times, ...(newestChange === null ? [] : [newestChange])];
  const newest = moments.reduce((latest, moment) => Math.max(latest, Date.parse(moment)), 0);
  return new Date(newest).toISOString().slice(0, 10);
}
