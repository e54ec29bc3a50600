import { decideRoute, type RouteDecision } from "@/lib/routing/decide";
import type { SavingsBasis } from "@/lib/savings/basis";
import { type Assumptions, projectSavings, type SavingsShare } from "@/lib/savings/project";
import type { Projection } from "@/lib/savings/projection";
import type { Interval } from "@/lib/statistics/interval";
import type { DecisionSettings } from "./evidence";

/** What a projection and a decision are made from; plain data, so that a browser can make them anew. */
export interface RouteKeyFacts {
  readonly routeKey: string;
  readonly tagged: boolean;
  /** The clusters its calls are in. */
  readonly clusterIds: readonly string[];
  readonly calls: number;
  /** US dollars over the window; null is unknown. */
  readonly spendUsd: number | null;
  /** The model most used today; null when the calls name none. */
  readonly currentModel: string | null;
  readonly basis: SavingsBasis;
  readonly savingsShare: SavingsShare;
  /** The share of calls that decides; null without a labelled call. */
  readonly share: { readonly value: number; readonly interval: Interval | null } | null;
  readonly n: number;
}

/** A route key on some assumptions: what routing all of it would save, and whether it is routed. */
export interface JudgedRouteKey {
  readonly facts: RouteKeyFacts;
  readonly projection: Projection;
  readonly decision: RouteDecision;
}

/** Projects and decides a route key; the same for every page, the API and the routes file. */
export function judgeRouteKey(
  facts: RouteKeyFacts,
  assumptions: Assumptions,
  days: number | null,
  { bar, minLabels }: Pick<DecisionSettings, "bar" | "minLabels">,
): JudgedRouteKey {
  const { routeKey, tagged, currentModel, share, n } = facts;
  const projection = projectSavings(facts.basis, facts.savingsShare, assumptions, days);
  const lowSavingUsd = projection.known ? projection.savingUsd.low : null;
  const decision = decideRoute({
    routeKey,
    tagged,
    currentModel,
    share,
    n,
    lowSavingUsd,
    bar,
    minLabels,
  });
  return { facts, projection, decision };
}
