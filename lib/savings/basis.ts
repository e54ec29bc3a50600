import { type PriceBucket, priceTotals } from "@/lib/pricing/price-totals";
import { priceTokens } from "@/lib/pricing/price-tokens";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import { unitRates } from "@/lib/pricing/unit-rates";

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
  /**
   * What today's cost, as computed, would be less had all input been read from a cache whose source
   * says nothing of a cache. US dollars.
   */
  readonly silentDiscountUsd: number;
}

/** A bucket with the numbers of calls whose tokens are known. */
export type SavingsBucket = PriceBucket & {
  readonly inputKnown: number;
  readonly outputKnown: number;
};

/** A bucket in which a smaller part of the calls knows its tokens says too little of the others. */
const LEAST_KNOWN = 0.9;

/**
 * Adds up the buckets of a cluster; calls of unknown cost or tokens are left out. The totals do not say
 * what the few calls without tokens cost, so the others take their part of a stated cost by number.
 */
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
    silentDiscountUsd: 0,
  };
  for (const whole of buckets) {
    basis = { ...basis, calls: basis.calls + whole.calls };
    const bucket = partWithTokens(whole);
    const costUsd = bucket === null ? null : priceTotals(bucket, overrides).costUsd;
    if (bucket === null || costUsd === null) continue;
    const cold = coldCost(bucket, overrides);
    basis = {
      ...basis,
      coveredCalls: basis.coveredCalls + bucket.calls,
      todayUsd: basis.todayUsd + costUsd,
      inputTokens: basis.inputTokens + bucket.inputTokens,
      outputTokens: basis.outputTokens + bucket.outputTokens,
      coldUsd: basis.coldUsd === null || cold === null ? null : basis.coldUsd + cold,
      silentDiscountUsd: basis.silentDiscountUsd + silentDiscount(bucket, overrides),
    };
  }
  return basis;
}

/** The part of a bucket whose tokens are known; null when it is too small to speak of. */
function partWithTokens(bucket: SavingsBucket): SavingsBucket | null {
  const { calls, inputKnown, outputKnown } = bucket;
  const known = Math.min(inputKnown, outputKnown);
  if (known >= calls) return bucket;
  if (known < LEAST_KNOWN * calls) return null;
  return {
    ...bucket,
    calls: known,
    inputTokens: bucket.inputTokens * (known / inputKnown),
    cachedInputTokens: bucket.cachedInputTokens * (known / inputKnown),
    cacheWriteTokens: bucket.cacheWriteTokens * (known / inputKnown),
    outputTokens: bucket.outputTokens * (known / outputKnown),
    statedCostUsd: bucket.statedCostUsd * (known / calls),
  };
}

/** A stated cost has what a cache served in it already. */
function silentDiscount(bucket: SavingsBucket, overrides?: PriceOverrides): number {
  const rates = unitRates(bucket, overrides);
  if (bucket.costSource !== "tokens" || typeof rates === "string") return 0;
  const silent = Math.max(0, 1 - bucket.cachedInputKnown / bucket.calls);
  return silent * bucket.inputTokens * Math.max(0, rates.input - rates.cachedInput);
}

function coldCost(bucket: SavingsBucket, overrides?: PriceOverrides): number | null {
  const rates = unitRates(bucket, overrides);
  if (typeof rates === "string") return null;
  const written = { cachedInputTokens: 0, cacheWriteTokens: bucket.inputTokens };
  return priceTokens(rates, { ...bucket, ...written });
}
