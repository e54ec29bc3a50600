import type { PriceOverrides } from "@/lib/pricing/price-override";
import { costOf, type SummedCall } from "@/lib/traces/sum-trace";

/** Calls alike are counted up to here; one more stands for all above. */
export const MOST_ALIKE = 1_000;

/** A page of a folded list looks at so many calls, then ends, however few rows it has. */
export const MOST_LOOKED_AT = 20_000;

/** The calls of a list that one row stands for, itself among them. */
export type Folded = {
  calls: number;
  /** US dollars over the calls whose cost is known; null when none is. */
  costUsd: number | null;
  callsWithoutCost: number;
};

/** A row of a list in which nothing was folded into it. */
export const foldedAlone = (costUsd: number | null): Folded => ({
  calls: 1,
  costUsd,
  callsWithoutCost: costUsd === null ? 1 : 0,
});

/** Adds calls that were asked alike to what was counted of them before. */
export function addAlike(
  before: Folded | undefined,
  call: SummedCall,
  overrides: PriceOverrides,
): Folded {
  const one = foldedAlone(costOf(call, overrides));
  if (before === undefined) return one;
  const isUnknown = before.costUsd === null && one.costUsd === null;
  return {
    calls: before.calls + 1,
    costUsd: isUnknown ? null : (before.costUsd ?? 0) + (one.costUsd ?? 0),
    callsWithoutCost: before.callsWithoutCost + one.callsWithoutCost,
  };
}

/** The first row of each group, in the order in which they came; a row without a group stays alone. */
export function firstOfGroups<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => string | null,
): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const group = groupOf(row);
    if (group === null) return true;
    const isFirst = !seen.has(group);
    seen.add(group);
    return isFirst;
  });
}
