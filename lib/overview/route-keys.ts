import type { Slm } from "@/lib/pricing/slm";
import { decideRoute, type RouteDecision } from "@/lib/routing/decide";
import { computeModelMix, type ModelMix } from "@/lib/routing/fallback";
import { computeSavingsBasis } from "@/lib/savings/basis";
import { type Projection, projectSavings } from "@/lib/savings/project";
import type { DecisionSettings, Evidence } from "./evidence";
import { groupBy } from "./group-by";
import { decidingAssumptions } from "./params";
import { computeGroupShares, type GroupEvidence } from "./shares";
import { computeUsage, type Usage } from "./usage";
import { computeWindow, rateDays } from "./window";

/** What is known of a route key, and what is decided on it. */
export interface RouteKeyAudit {
  readonly routeKey: string;
  readonly tagged: boolean;
  /** The clusters its calls are in. */
  readonly clusterIds: readonly string[];
  readonly usage: Usage;
  /** Of calls; null without a drawn or labelled call. */
  readonly evidence: GroupEvidence | null;
  /** What routing all of it would save, on the assumptions of decisions. */
  readonly projection: Projection;
  readonly decision: RouteDecision;
  readonly mix: ModelMix;
}

/** Decides every route key that has calls, the largest spend first; a decision stands on calls. */
export function auditRouteKeys(
  { buckets, sample, labelled, overrides }: Evidence,
  settings: DecisionSettings,
  candidate: Slm,
): RouteKeyAudit[] {
  const shares = computeGroupShares(sample, labelled, "routeKey", "calls");
  const days = rateDays(computeWindow(buckets));
  const assumptions = decidingAssumptions(candidate);
  return [...groupBy(buckets, ({ routeKey }) => routeKey)]
    .map(([routeKey, own]) => {
      const evidence = shares.get(routeKey) ?? null;
      const ends = shareEnds(evidence);
      const projection = projectSavings(
        computeSavingsBasis(own, overrides),
        ends,
        assumptions,
        days,
      );
      const mix = computeModelMix(own);
      const tagged = own.every((bucket) => bucket.tagged);
      return {
        routeKey,
        tagged,
        clusterIds: [...new Set(own.map(({ clusterId }) => clusterId))],
        usage: computeUsage(own, overrides),
        evidence,
        projection,
        decision: decideRoute({
          routeKey,
          tagged,
          currentModel: mix.mostUsed,
          share: decidingShare(evidence),
          n: evidence?.share.n ?? 0,
          lowSavingUsd: projection.known ? projection.savingUsd.low : null,
          bar: settings.bar,
          minLabels: settings.minLabels,
        }),
        mix,
      };
    })
    .toSorted(bySpend);
}

const decidingShare = (evidence: GroupEvidence | null) =>
  evidence === null || evidence.share.value === null
    ? null
    : { value: evidence.share.value, interval: evidence.share.interval };

/** The share that a saving follows, in calls. */
export function shareEnds(evidence: GroupEvidence | null) {
  const { value = null, interval = null } = evidence?.share ?? {};
  return { low: interval?.low ?? null, mid: value, high: interval?.high ?? null };
}

/** The largest known spend first, then the most calls. */
export const bySpend = (a: { readonly usage: Usage }, b: { readonly usage: Usage }): number =>
  (b.usage.cost.costUsd ?? -1) - (a.usage.cost.costUsd ?? -1) || b.usage.calls - a.usage.calls;
