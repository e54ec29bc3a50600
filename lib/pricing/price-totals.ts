import type { CostSource } from "./price-call";
import { priceTokens } from "./price-tokens";
import type { UnpricedReason } from "./price-row";
import type { PriceOverrides } from "./price-override";
import { unitRates } from "./unit-rates";

/** Sums over calls of one model, UTC day, price tier and source of cost. */
export interface PriceBucket {
  readonly provider: string | null;
  readonly model: string | null;
  /** `YYYY-MM-DD`; null when the day is unknown. */
  readonly day: string | null;
  readonly tier: number;
  readonly costSource: CostSource;
  readonly calls: number;
  /** Sums of the known values; a silent call adds nothing. */
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  /** Calls whose cached part is known. */
  readonly cachedInputKnown: number;
  /** US dollars. */
  readonly statedCostUsd: number;
}

/** US dollars of some calls; null is unknown, never 0. */
export interface PricedTotals {
  /** The cost of the priced calls; null when there are calls and none could be priced. */
  readonly costUsd: number | null;
  readonly pricedCalls: number;
  readonly unpricedCalls: number;
  /** Why the unpriced calls have no price, each reason once. */
  readonly reasons: readonly UnpricedReason[];
  /** Some cached parts are unknown and were priced as uncached. */
  readonly listPriceMayOverstate: boolean;
}

/** The cost of a bucket: what its sources state, or tokens times the price of its day and tier. */
export function priceTotals(bucket: PriceBucket, overrides?: PriceOverrides): PricedTotals {
  const { calls, costSource } = bucket;
  if (calls === 0) return NOTHING;
  if (costSource === "stated")
    return { ...NOTHING, costUsd: bucket.statedCostUsd, pricedCalls: calls };
  const rates = unitRates(bucket, overrides);
  if (typeof rates === "string" || costSource === "unknown") {
    const reason = typeof rates === "string" ? rates : "unknown tokens";
    return { ...NOTHING, costUsd: null, unpricedCalls: calls, reasons: [reason] };
  }
  return {
    costUsd: priceTokens(rates, bucket),
    pricedCalls: calls,
    unpricedCalls: 0,
    reasons: [],
    listPriceMayOverstate: bucket.cachedInputKnown < calls && rates.cachedInput < rates.input,
  };
}

/** The cost of many buckets together. */
export function sumPricedTotals(totals: readonly PricedTotals[]): PricedTotals {
  const pricedCalls = totals.reduce((sum, total) => sum + total.pricedCalls, 0);
  const unpricedCalls = totals.reduce((sum, total) => sum + total.unpricedCalls, 0);
  const costUsd = totals.reduce((sum, total) => sum + (total.costUsd ?? 0), 0);
  return {
    costUsd: pricedCalls === 0 && unpricedCalls > 0 ? null : costUsd,
    pricedCalls,
    unpricedCalls,
    reasons: [...new Set(totals.flatMap(({ reasons }) => reasons))].toSorted(),
    listPriceMayOverstate: totals.some((total) => total.listPriceMayOverstate),
  };
}

const NOTHING: PricedTotals = {
  costUsd: 0,
  pricedCalls: 0,
  unpricedCalls: 0,
  reasons: [],
  listPriceMayOverstate: false,
};
