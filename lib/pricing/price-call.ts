import type { UnpricedReason } from "./price-row";
import { priceTier } from "./price-tier";
import { findOverride, type PriceOverrides } from "./price-override";
import { priceTokens } from "./price-tokens";
import { unitRates } from "./unit-rates";

/** What a price needs to know of a call. Tokens are inclusive: input holds cached and written. */
export interface PricedCall {
  readonly provider: string | null;
  readonly model: string | null;
  readonly inputTokens: number | null;
  readonly cachedInputTokens: number | null;
  readonly cacheWriteTokens: number | null;
  readonly outputTokens: number | null;
  /** ISO 8601 in UTC; null prices at the date of the price book. */
  readonly startedAt: string | null;
}

/** US dollars, or the reason why they are not known. */
export type CallPrice =
  | {
      readonly costUsd: number;
      readonly reason: null;
      /** The cached part is unknown and was priced as uncached: the truth may be lower. */
      readonly listPriceMayOverstate: boolean;
      /** At the workspace's own price, not at the list's. */
      readonly own: boolean;
    }
  | {
      readonly costUsd: null;
      readonly reason: UnpricedReason;
      readonly listPriceMayOverstate: false;
    };

/** The cost of one call at the list price of its day, or at the workspace's own price. */
export function priceCall(call: PricedCall, overrides?: PriceOverrides): CallPrice {
  const tokens = costSourceOf({ ...call, statedCostUsd: null });
  const { provider, model, startedAt } = call;
  const rates = unitRates(
    {
      provider,
      model,
      day: startedAt === null ? null : startedAt.slice(0, 10),
      tier: priceTier(provider, model, call.inputTokens, startedAt),
    },
    overrides,
  );
  if (typeof rates === "string") return unpriced(rates);
  if (tokens === "unknown") {
    const silent = call.inputTokens === null || call.outputTokens === null;
    return unpriced(silent ? "unknown tokens" : "impossible tokens");
  }
  return {
    costUsd: priceTokens(rates, { ...call, calls: 1 }),
    reason: null,
    listPriceMayOverstate: call.cachedInputTokens === null && rates.cachedInput < rates.input,
    own:
      findOverride(overrides ?? [], { provider, model, day: startedAt?.slice(0, 10) ?? null }) !==
      null,
  };
}

const unpriced = (reason: UnpricedReason): CallPrice => ({
  costUsd: null,
  reason,
  listPriceMayOverstate: false,
});

/** Where the cost of a call comes from; calls are added up by it, so that sums can be priced. */
export type CostSource = "stated" | "tokens" | "unknown";

/**
 * `stated` when the source says what the call cost; `tokens` when input and output are known and the
 * cached and written parts fit into the input; else `unknown`.
 */
export function costSourceOf(
  call: Pick<
    PricedCall,
    "inputTokens" | "cachedInputTokens" | "cacheWriteTokens" | "outputTokens"
  > & { readonly statedCostUsd: number | null },
): CostSource {
  if (call.statedCostUsd !== null) return "stated";
  const { inputTokens, outputTokens } = call;
  const cached = call.cachedInputTokens ?? 0;
  const written = call.cacheWriteTokens ?? 0;
  if (inputTokens === null || outputTokens === null) return "unknown";
  const possible = Math.min(outputTokens, cached, written) >= 0 && cached + written <= inputTokens;
  return possible ? "tokens" : "unknown";
}
