import { csvLine } from "@/lib/csv/csv-line";
import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { cellsOf, listClusterRecords } from "@/lib/overview/cluster-record";
import { parseAuditParams } from "@/lib/overview/params";
import { ok } from "@/lib/result";
import { roundDigits } from "@/lib/overview/round-digits";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope, readAddress } from "@/lib/scope/scope-params";
import { toScopeRecord } from "@/lib/scope/scope-summary";
import { refusalResponse } from "@/lib/server/edge";
import { mayAct, proveMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { choosePass } from "./choose-pass";
import { loadEvidence } from "./load-evidence";

/** The overview of an address as a file: the same numbers as on the screen, to 12 significant digits. */
export async function downloadOverview(
  request: Request,
  slug: string,
  form: "csv" | "json",
): Promise<Response> {
  const proof = await proveMember(slug, "viewer");
  if (!proof.ok) return refusalResponse(proof);
  const { workspaceId, workspace, role } = proof.value;
  const asked = readAddress(request.url);
  const params = parseAuditParams(asked);
  const scope = chooseScope(asked, parseStoredScope(workspace.scope));
  const pass = mayAct(role, "admin") ? await choosePass(workspaceId, asked.rater) : ok(null);
  if (!pass.ok) return refusalResponse(pass);
  const sight = await sightOf(proof.value);
  const { evidence } = await loadEvidence(workspaceId, scope, sight, pass.value);
  const audit = assembleAudit(evidence, workspace, params);
  return form === "json"
    ? Response.json(roundDigits(describe(workspace.slug, audit)))
    : asCsv(slug, audit);
}

function asCsv(slug: string, audit: Audit): Response {
  const records = listClusterRecords(audit);
  const head = records[0] ? csvLine(Object.keys(records[0])) : "";
  const body = [head, ...records.map((record) => csvLine(cellsOf(record)))].join("");
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-overview.csv"`,
    },
  });
}

function describe(workspace: string, audit: Audit) {
  const { usage, overall, ready, labels, agreement, pass, candidate, assumptions, priceBook } =
    audit;
  return {
    workspace,
    scope: toScopeRecord(audit.scope),
    window: {
      first_day: usage.window.firstDay,
      last_day: usage.window.lastDay,
      days: usage.window.days,
      undated_calls: usage.window.undatedCalls,
      implausible_date_calls: usage.window.implausibleCalls,
    },
    calls: usage.calls,
    spend_usd: usage.cost.costUsd,
    unpriced_calls: usage.cost.unpricedCalls,
    unpriced_reasons: usage.cost.reasons,
    list_price_may_overstate: usage.cost.listPriceMayOverstate,
    price_book: priceBook,
    labels,
    agreement,
    rater: pass,
    share: overall,
    ready_to_route: ready,
    assumptions: { ...assumptions, candidate: candidate.id },
    clusters: listClusterRecords(audit),
  };
}
