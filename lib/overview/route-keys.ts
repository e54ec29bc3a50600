import type { RouteDecision } from "@/lib/routing/decide";
import { computeModelMix, type ModelMix } from "@/lib/routing/fallback";
import { computeSavingsBasis } from "@/lib/savings/basis";
import type { Assumptions } from "@/lib/savings/project";
import type { Projection } from "@/lib/savings/projection";
import type { DecisionSettings, Evidence } from "./evidence";
import { groupBy } from "./group-by";
import { judgeRouteKey, type RouteKeyFacts } from "./judge-route-key";
import { savingsShare } from "./savings-share";
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
  /** What the projection and the decision are made from. */
  readonly facts: RouteKeyFacts;
  /** What routing all of it would save. */
  readonly projection: Projection;
  readonly decision: RouteDecision;
  readonly mix: ModelMix;
}

/**
 * Decides every route key that has calls, the largest spend first; a decision stands on calls, and on
 * the low end of what routing would save on these assumptions.
 */
export function auditRouteKeys(
  { buckets, sample, labelled, overrides }: Evidence,
  settings: DecisionSettings,
  assumptions: Assumptions,
): RouteKeyAudit[] {
  const ofCalls = computeGroupShares(sample, labelled, "routeKey", "calls");
  const ofSpend = computeGroupShares(sample, labelled, "routeKey", "spend");
  const days = rateDays(computeWindow(buckets));
  return [...groupBy(buckets, ({ routeKey }) => routeKey)]
    .map(([routeKey, own]) => {
      const evidence = ofCalls.get(routeKey) ?? null;
      const usage = computeUsage(own, overrides);
      const mix = computeModelMix(own);
      const facts = {
        routeKey,
        tagged: own.every((bucket) => bucket.tagged),
        clusterIds: [...new Set(own.map(({ clusterId }) => clusterId))],
        calls: usage.calls,
        spendUsd: usage.cost.costUsd,
        currentModel: mix.mostUsed,
        basis: computeSavingsBasis(own, overrides),
        savingsShare: savingsShare(ofSpend.get(routeKey) ?? null, evidence),
        share: decidingShare(evidence),
        n: evidence?.share.n ?? 0,
      };
      const { tagged, clusterIds } = facts;
      const judged = judgeRouteKey(facts, assumptions, days, settings);
      return { routeKey, tagged, clusterIds, usage, evidence, mix, ...judged };
    })
    .toSorted(bySpend);
}

const decidingShare = (evidence: GroupEvidence | null) =>
  evidence === null || evidence.share.value === null
    ? null
    : { value: evidence.share.value, interval: evidence.share.interval };

/** The largest known spend first, then the most calls. */
export const bySpend = (a: { readonly usage: Usage }, b: { readonly usage: Usage }): number =>
  (b.usage.cost.costUsd ?? -1) - (a.usage.cost.costUsd ?? -1) || b.usage.calls - a.usage.calls;
