import { sightOf } from "@/lib/server/labelling/sight-of";
import { type KeptHead, listProjections } from "@/db/queries/projections/list-projections";
import type { CacheDoubt } from "@/lib/overview/cache-doubt";
import type { CandidateChoice } from "@/lib/overview/candidates";
import { listCandidates } from "@/lib/overview/candidates";
import type { SavingsInput } from "@/lib/overview/compute-savings";
import { type DayCost, listDailyCosts } from "@/lib/overview/daily-cost";
import { assumedBy, parseAuditParams } from "@/lib/overview/params";
import type { Window } from "@/lib/overview/window";
import { compareCosts, type CostComparison } from "@/lib/pricing/compare-costs";
import type { UsedPrice } from "@/lib/pricing/list-prices-used";
import type { PRICE_BOOK } from "@/lib/pricing/price-row";
import type { FullAssumptions } from "@/lib/savings/assumptions";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope } from "@/lib/scope/scope-params";
import { type ScopeView, viewScope } from "@/lib/scope/scope-view";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";
import { gatherSavings } from "./gather-savings";

export interface SavingsPage {
  readonly slug: string;
  /** What the page computes from, sent once. */
  readonly input: SavingsInput;
  /** What the workspace assumes where the address says nothing. */
  readonly defaults: FullAssumptions;
  readonly candidates: readonly CandidateChoice[];
  readonly scope: ScopeView;
  readonly window: Window;
  readonly days: readonly DayCost[];
  readonly comparisons: readonly CostComparison[];
  readonly prices: readonly UsedPrice[];
  readonly priceBook: typeof PRICE_BOOK;
  readonly doubt: CacheDoubt | null;
  readonly kept: readonly KeptHead[];
  readonly mayKeep: boolean;
  readonly maySave: boolean;
}

/** The savings page: what it computes from, and what stands beside it. */
export async function loadSavings(
  slug: string,
  searchParams: Record<string, string | string[] | undefined>,
): Promise<SavingsPage> {
  const member = await requireMember(slug);
  const { workspaceId, workspace, role } = member;
  const ofWorkspace = parseStoredScope(workspace.scope);
  const scope = chooseScope(searchParams, ofWorkspace);
  const sight = await sightOf(member);
  const [gathered, kept] = await Promise.all([
    gatherSavings(member, parseAuditParams(searchParams), scope, sight),
    // a kept projection was made from everybody's labels
    sight.labels === "own" ? [] : listProjections(getDatabase(), workspaceId),
  ]);
  const { evidence, audit, input, prices, doubt } = gathered;
  return {
    slug: workspace.slug,
    input,
    defaults: assumedBy({}, workspace).assumed,
    candidates: listCandidates(),
    scope: viewScope(evidence.scope, ofWorkspace),
    window: audit.usage.window,
    days: listDailyCosts(evidence.buckets, audit.usage.window, evidence.overrides),
    comparisons: compareCosts(evidence.buckets, evidence.overrides),
    prices,
    priceBook: audit.priceBook,
    doubt,
    kept,
    mayKeep: mayAct(role, "reviewer") && sight.labels === "all",
    maySave: mayAct(role, "admin"),
  };
}
