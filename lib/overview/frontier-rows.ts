import { isFrontier } from "@/lib/pricing/frontier";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import { groupBy } from "./group-by";
import type { TotalBucket } from "./total-bucket";
import { computeUsage } from "./usage";

/** A model that the calls name, and whether it counts as frontier. */
export interface FrontierRow {
  readonly model: string;
  readonly calls: number;
  /** US dollars; null is unknown. */
  readonly costUsd: number | null;
  /** By the rule, on the newest day of its calls; null is unknown. */
  readonly byRule: boolean | null;
  readonly frontier: boolean;
}

/** The models seen, the dearest first; calls that name none cannot be told. */
export function listFrontierRows(
  buckets: readonly TotalBucket[],
  overrides: PriceOverrides,
  chosen: readonly string[] | null,
): FrontierRow[] {
  return [...groupBy(buckets, ({ model }) => model)]
    .flatMap(([model, own]) => {
      if (model === null) return [];
      const { calls, cost } = computeUsage(own, overrides);
      const [newest] = own.toSorted((a, b) => ((a.day ?? "") < (b.day ?? "") ? 1 : -1));
      const byRule = newest === undefined ? null : isFrontier(newest, null);
      const frontier = chosen === null ? byRule === true : chosen.includes(model);
      return [{ model, calls, costUsd: cost.costUsd, byRule, frontier }];
    })
    .toSorted((a, b) => (b.costUsd ?? -1) - (a.costUsd ?? -1) || b.calls - a.calls);
}
