import type { PriceOverrides } from "@/lib/pricing/price-override";
import { priceTotals, sumPricedTotals } from "@/lib/pricing/price-totals";
import { groupBy } from "./group-by";
import type { TotalBucket } from "./total-bucket";
import type { Window } from "./window";

/** What the calls of one UTC day cost. */
export interface DayCost {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly calls: number;
  /** US dollars of the priced calls; null when none could be priced. */
  readonly usd: number | null;
  readonly unpricedCalls: number;
}

/** Cost by day within the window, in order; days without a call are left out. */
export function listDailyCosts(
  buckets: readonly TotalBucket[],
  { firstDay, lastDay }: Pick<Window, "firstDay" | "lastDay">,
  overrides: PriceOverrides,
): DayCost[] {
  const inside = buckets.filter(
    ({ day }) => day !== null && day >= (firstDay ?? "") && day <= (lastDay ?? ""),
  );
  return [...groupBy(inside, ({ day }) => day ?? "")]
    .map(([day, own]) => {
      const cost = sumPricedTotals(own.map((bucket) => priceTotals(bucket, overrides)));
      return {
        day,
        calls: own.reduce((sum, { calls }) => sum + calls, 0),
        usd: cost.costUsd,
        unpricedCalls: cost.unpricedCalls,
      };
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
