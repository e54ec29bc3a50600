import type { SavingsBasis } from "@/lib/savings/basis";
import type { RepeatEstimate } from "@/lib/savings/estimate-repeats";
import type { UsedPrice } from "@/lib/pricing/list-prices-used";

/**
 * How far list price may overstate what was billed, where sources do not say what a cache served. Both
 * bounds: nothing from a cache, and everything that repeats. US dollars over the window.
 */
export interface CacheDoubt {
  /** At list price, nothing read from a cache. */
  readonly highUsd: number;
  /** Had a cache served all that repeats; null while no run was looked into. */
  readonly lowUsd: number | null;
  /** The part of the silent input that an earlier call of its run had sent, 0..1; null if unknown. */
  readonly repeats: number | null;
  readonly estimate: RepeatEstimate | null;
  /** Prices with a cheaper cache read, USD per million tokens: input against cached. */
  readonly prices: readonly Pick<UsedPrice, "model" | "input" | "cached_input">[];
}

/** Null when every source says what a cache served, or a cache read costs what input does. */
export function computeCacheDoubt(
  basis: Pick<SavingsBasis, "todayUsd" | "silentDiscountUsd">,
  estimate: RepeatEstimate | null,
  prices: readonly UsedPrice[],
): CacheDoubt | null {
  if (!(basis.silentDiscountUsd > 0)) return null;
  const isKnown = estimate !== null && estimate.inputTokens > 0;
  const repeats = isKnown ? estimate.repeatedTokens / estimate.inputTokens : null;
  const cheaper = prices.filter(({ input, cached_input }) => cached_input < input);
  return {
    highUsd: basis.todayUsd,
    lowUsd: repeats === null ? null : basis.todayUsd - repeats * basis.silentDiscountUsd,
    repeats,
    estimate: isKnown ? estimate : null,
    prices: cheaper.map(({ model, input, cached_input }) => ({ model, input, cached_input })),
  };
}
