import { PRICE_BOOK } from "@/lib/pricing/price-row";
import type { Slm } from "@/lib/pricing/slm";
import { computeSavingsBasis, type SavingsBasis } from "@/lib/savings/basis";
import type { FullAssumptions } from "@/lib/savings/assumptions";
import {
  type Assumptions,
  scaledToday,
  projectSavings,
  type SavingsShare,
} from "@/lib/savings/project";
import type { Projection } from "@/lib/savings/projection";
import { toAssumptions } from "@/lib/savings/read-assumptions";
import { ratesOfSlm } from "@/lib/pricing/slm-catalogue";
import type { ScopeSummary } from "@/lib/scope/scope-summary";
import { type Agreement, computeAlpha, computeAlphaInterval } from "@/lib/statistics/alpha";
import type { Interval } from "@/lib/statistics/interval";
import type { Share } from "@/lib/statistics/share-result";
import type { ShareUnit } from "@/lib/statistics/share-item";
import type { DecisionSettings, Evidence } from "./evidence";
import { groupBy } from "./group-by";
import { markFrontier } from "./mark-frontier";
import { findNextStep, type NextStep } from "./next-step";
import { assumedBy, type AuditParams } from "./params";
import { type ReadyToRoute, sumReady } from "./ready";
import { auditRouteKeys, bySpend, type RouteKeyAudit } from "./route-keys";
import { savingsShare } from "./savings-share";
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
  readonly savingsShare: SavingsShare;
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
  /** What every figure of it speaks of. */
  readonly scope: ScopeSummary;
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
  /** The same as a person says them. */
  readonly assumed: FullAssumptions;
  readonly draws: number;
  /** Drawn calls that nobody labelled yet, whatever the unit. */
  readonly waiting: number;
  readonly priceBook: typeof PRICE_BOOK;
  /** Current hand labels that count, calls they settle, calls they do not, and who gave them. */
  readonly labels: {
    readonly labels: number;
    readonly calls: number;
    readonly unsettled: number;
    readonly raters: number;
  };
  /** How far the raters agree, over calls with two or more labels. */
  readonly agreement: Agreement & { readonly interval: Interval | null };
  /** The one rater whose labels alone are read; null reads those of all. */
  readonly pass: Evidence["pass"];
}

/** The audit of a workspace: shares, savings and decisions, overall and per cluster. */
export function assembleAudit(
  given: Evidence,
  settings: DecisionSettings,
  params: AuditParams,
): Audit {
  const sample = markFrontier(given.sample, settings.frontierModels ?? null);
  const evidence = { ...given, sample };
  const usage = computeUsage(evidence.buckets, evidence.overrides);
  const unit =
    params.unit ?? (usage.cost.costUsd === null || usage.calls === 0 ? "calls" : "spend");
  const { assumed, candidate } = assumedBy(params, settings);
  const assumptions = toAssumptions(assumed, ratesOfSlm(candidate, evidence.overrides));
  const routeKeys = auditRouteKeys(evidence, settings, assumptions);
  const clusters = auditClusters(evidence, { unit, usage, assumptions, routeKeys, settings });
  const { labelled } = evidence;
  return {
    scope: evidence.scope,
    unit,
    usage,
    overall: computeOverallShare(evidence.sample, labelled, unit),
    strata: unit === "call types" ? [] : listStratumParts(evidence, unit),
    clusters,
    routeKeys,
    ready: sumReady(routeKeys, assumptions, rateDays(usage.window)),
    candidate,
    assumptions,
    assumed,
    draws: evidence.draws,
    waiting: countWaiting(evidence),
    priceBook: PRICE_BOOK,
    labels: {
      labels: labelled.reduce((sum, { labels }) => sum + labels, 0),
      calls: labelled.length,
      unsettled: labelled.filter(({ state }) => state === "unsettled").length,
      raters: new Set(labelled.flatMap(({ raterIds }) => raterIds)).size,
    },
    agreement: {
      ...computeAlpha(labelled.map(({ verdicts }) => verdicts)),
      interval: computeAlphaInterval(labelled.map(({ verdicts }) => verdicts)),
    },
    pass: evidence.pass,
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
  const sharesOf = (other: "calls" | "spend") =>
    unit === other ? shares : computeGroupShares(sample, labelled, "clusterId", other);
  const [ofCalls, ofSpend] = [sharesOf("calls"), sharesOf("spend")];
  const byCluster = groupBy(buckets, ({ clusterId }) => clusterId);
  const days = rateDays(view.usage.window);
  return clusters
    .flatMap(({ id, name }) => {
      const own = byCluster.get(id);
      if (own === undefined) return [];
      const basis = computeSavingsBasis(own, overrides);
      const share = savingsShare(ofSpend.get(id) ?? null, ofCalls.get(id) ?? null);
      const routeKeys = view.routeKeys.filter(({ clusterIds }) => clusterIds.includes(id));
      return [
        {
          id,
          name,
          usage: computeUsage(own, overrides),
          evidence: shares.get(id) ?? null,
          basis,
          savingsShare: share,
          projection: projectSavings(basis, share, view.assumptions, days),
          today: scaledToday(basis, view.assumptions, days),
          routeKeys: routeKeys.map(({ routeKey }) => routeKey),
          addressable: own.every(({ tagged }) => tagged),
          next: findNextStep(routeKeys, view.settings),
        },
      ];
    })
    .toSorted(bySpend);
}

function countWaiting({ sample, labelled }: Pick<Evidence, "sample" | "labelled">): number {
  const settled = new Set(labelled.map(({ callId }) => callId));
  return sample.calls.filter(({ callId }) => !settled.has(callId)).length;
}
