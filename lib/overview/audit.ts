import { PRICE_BOOK } from "@/lib/pricing/price-row";
import type { Slm } from "@/lib/pricing/slm";
import { computeSavingsBasis, type SavingsBasis } from "@/lib/savings/basis";
import { type Assumptions, type Projection, projectSavings } from "@/lib/savings/project";
import type { Share } from "@/lib/statistics/share-result";
import type { ShareUnit } from "@/lib/statistics/share-item";
import type { DecisionSettings, Evidence } from "./evidence";
import { groupBy } from "./group-by";
import { findNextStep, type NextStep } from "./next-step";
import { type AuditParams, chooseCandidate, readAssumptions } from "./params";
import { type ReadyToRoute, sumReady } from "./ready";
import { auditRouteKeys, bySpend, type RouteKeyAudit, shareEnds } from "./route-keys";
import { computeGroupShares, computeOverallShare, type GroupEvidence } from "./shares";
import { listStratumParts, type StratumPart } from "./stratum-parts";
import { computeUsage, type Usage } from "./usage";
import { rateDays } from "./window";

export interface ClusterAudit {
  readonly id: string;
  readonly name: string;
  readonly usage: Usage;
  /** In the unit of the view; for call types in calls. Null without a drawn or labelled call. */
  readonly evidence: GroupEvidence | null;
  readonly basis: SavingsBasis;
  /** On the assumptions of the view. */
  readonly projection: Projection;
  /** What its calls cost today in the unit of projections; known before any label. */
  readonly today: { readonly usd: number; readonly per: "30 days" | "1,000 calls" } | null;
  readonly routeKeys: readonly string[];
  /** Whether a router can tell its calls apart before they are made. */
  readonly addressable: boolean;
  readonly next: NextStep;
}

export interface Audit {
  readonly unit: ShareUnit;
  readonly usage: Usage;
  readonly overall: Share;
  /** The strata behind the overall share; empty for call types. */
  readonly strata: readonly StratumPart[];
  readonly clusters: readonly ClusterAudit[];
  readonly routeKeys: readonly RouteKeyAudit[];
  readonly ready: ReadyToRoute;
  readonly candidate: Slm;
  readonly assumptions: Assumptions;
  readonly draws: number;
  readonly priceBook: typeof PRICE_BOOK;
  /** Current hand labels that count, calls they settle, calls they do not, and who gave them. */
  readonly labels: {
    readonly labels: number;
    readonly calls: number;
    readonly unsettled: number;
    readonly raters: number;
  };
}

/** The audit of a workspace: shares, savings and decisions, overall and per cluster. */
export function assembleAudit(
  evidence: Evidence,
  settings: DecisionSettings,
  params: AuditParams,
): Audit {
  const usage = computeUsage(evidence.buckets, evidence.overrides);
  const unit =
    params.unit ?? (usage.cost.costUsd === null || usage.calls === 0 ? "calls" : "spend");
  const candidate = chooseCandidate(params.candidate, settings.candidate);
  const assumptions = readAssumptions(params, candidate);
  const routeKeys = auditRouteKeys(evidence, settings, chooseCandidate(settings.candidate));
  const clusters = auditClusters(evidence, { unit, usage, assumptions, routeKeys, settings });
  const { labelled } = evidence;
  return {
    unit,
    usage,
    overall: computeOverallShare(evidence.sample, labelled, unit),
    strata: unit === "call types" ? [] : listStratumParts(evidence, unit),
    clusters,
    routeKeys,
    ready: sumReady(evidence, routeKeys, assumptions, rateDays(usage.window)),
    candidate,
    assumptions,
    draws: evidence.draws,
    priceBook: PRICE_BOOK,
    labels: {
      labels: labelled.reduce((sum, { labels }) => sum + labels, 0),
      calls: labelled.length,
      unsettled: labelled.filter(({ state }) => state === "unsettled").length,
      raters: new Set(labelled.flatMap(({ raterIds }) => raterIds)).size,
    },
  };
}

function auditClusters(
  { clusters, buckets, sample, labelled, overrides }: Evidence,
  view: Pick<Audit, "unit" | "usage" | "assumptions" | "routeKeys"> & {
    readonly settings: DecisionSettings;
  },
): ClusterAudit[] {
  const unit = view.unit === "call types" ? "calls" : view.unit;
  const shares = computeGroupShares(sample, labelled, "clusterId", unit);
  const inCalls =
    unit === "calls" ? shares : computeGroupShares(sample, labelled, "clusterId", "calls");
  const byCluster = groupBy(buckets, ({ clusterId }) => clusterId);
  const days = rateDays(view.usage.window);
  return clusters
    .flatMap(({ id, name }) => {
      const own = byCluster.get(id);
      if (own === undefined) return [];
      const basis = computeSavingsBasis(own, overrides);
      const ends = shareEnds(inCalls.get(id) ?? null);
      const routeKeys = view.routeKeys.filter(({ clusterIds }) => clusterIds.includes(id));
      return [
        {
          id,
          name,
          usage: computeUsage(own, overrides),
          evidence: shares.get(id) ?? null,
          basis,
          projection: projectSavings(basis, ends, view.assumptions, days),
          today: costToday(basis, days),
          routeKeys: routeKeys.map(({ routeKey }) => routeKey),
          addressable: own.every(({ tagged }) => tagged),
          next: findNextStep(routeKeys, view.settings),
        },
      ];
    })
    .toSorted(bySpend);
}

const costToday = ({ todayUsd, coveredCalls }: SavingsBasis, days: number | null) => {
  if (coveredCalls === 0) return null;
  return days === null
    ? ({ usd: (todayUsd * 1000) / coveredCalls, per: "1,000 calls" } as const)
    : ({ usd: (todayUsd * 30) / days, per: "30 days" } as const);
};
