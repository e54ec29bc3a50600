import { type Allocation, allocate, spreadOf, weightOf } from "./allocate";
import type { StratumTotals } from "./close-frame";
import { stratumKey } from "./stratum";
import type { VerdictCounts } from "./verdict-counts";

/** A stratum with what is needed to share out a draw. */
export type PlannedStratum = StratumTotals & {
  /** Units left once traces were thinned and near-duplicates collapsed. */
  keptUnits: number;
  /** The standard deviation of one verdict, between 0 and 0.5; null unless Neyman's allocation asks. */
  spread: number | null;
  drawn: number;
};

/** What sharing out needs of a plan. */
export type AllocationPlan = {
  allocation: Allocation;
  /** Calls of each stratum, or the least of each. */
  perCluster: number;
  /** Calls in all; null where the allocation is equal. */
  wanted: number | null;
};

/**
 * Shares a draw out among strata.
 *
 * @param verdicts what the labels so far have come to, by cluster
 */
export function planStrata(
  strata: readonly (StratumTotals & { keptUnits: number })[],
  plan: AllocationPlan,
  verdicts: ReadonlyMap<string, VerdictCounts>,
): PlannedStratum[] {
  const known = strata.map((stratum) => {
    const { viable, settled } = verdicts.get(stratum.clusterId) ?? { viable: 0, settled: 0 };
    return { ...stratum, spread: spreadOf(viable, settled) };
  });
  const claims = known.map((stratum) => ({
    key: stratumKey(stratum),
    capacity: stratum.keptUnits,
    floor: plan.perCluster,
    weight: weightOf(plan.allocation, stratum),
  }));
  const drawn = allocate(claims, plan.allocation === "equal" ? null : plan.wanted);
  return known.map(({ spread, ...stratum }) => ({
    ...stratum,
    spread: plan.allocation === "neyman" ? spread : null,
    drawn: drawn.get(stratumKey(stratum)) ?? 0,
  }));
}
