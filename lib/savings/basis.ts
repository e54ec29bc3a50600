import { type PriceBucket, priceTotals } from "@/lib/pricing/price-totals";
import { priceTokens } from "@/lib/pricing/price-call";
import { type PriceOverrides, unitRates } from "@/lib/pricing/unit-rates";

/** Totals of the calls whose cost and tokens are both known: what a projection can speak of. */
export interface SavingsBasis {
  /** All calls. */
  readonly calls: number;
  /** Those with a known cost and known tokens. */
  readonly coveredCalls: number;
  /** Today's cost of the covered calls as billed, in US dollars. */
  readonly todayUsd: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /**
   * What the covered calls would cost had none of them found a warm cache: all input written to it
   * (or uncached, where writing has no price). Null when a model has no list price.
   */
  readonly coldUsd: number | null;
}

/** A bucket with the numbers of calls whose tokens are known. */
export type SavingsBucket = PriceBucket & {
  readonly inputKnown: number;
  readonly outputKnown: number;
};

/** Adds up the buckets of a cluster; buckets with a call of unknown cost or tokens are left out. */
export function computeSavingsBasis(
  buckets: readonly SavingsBucket[],
  overrides?: PriceOverrides,
): SavingsBasis {
  let basis: SavingsBasis = {
    calls: 0,
    coveredCalls: 0,
    todayUsd: 0,
    inputTokens: 0,
    outputTokens: 0,
    coldUsd: 0,
  };
  for (const bucket of buckets) {
    basis = { ...basis, calls: basis.calls + bucket.calls };
    const { costUsd } = priceTotals(bucket, overrides);
    const known = Math.min(bucket.inputKnown, bucket.outputKnown) >= bucket.calls;
    if (costUsd === null || !known) continue;
    const cold = coldCost(bucket, overrides);
    basis = {
      ...basis,
      coveredCalls: basis.coveredCalls + bucket.calls,
      todayUsd: basis.todayUsd + costUsd,
      inputTokens: basis.inputTokens + bucket.inputTokens,
      outputTokens: basis.outputTokens + bucket.outputTokens,
      coldUsd: basis.coldUsd === null || cold === null ? null : basis.coldUsd + cold,
    };
  }
  return basis;
}

function coldCost(bucket: SavingsBucket, overrides?: PriceOverrides): number | null {
  const rates = unitRates(bucket, overrides);
  if (typeof rates === "string") return null;
  const written = { cachedInputTokens: 0, cacheWriteTokens: bucket.inputTokens };
  return priceTokens(rates, { ...bucket, ...written });
}
