import type { UnitRates } from "./unit-rates";

/** US dollars of some tokens; linear, so that the price of a sum is the sum of the prices. */
export function priceTokens(
  rates: UnitRates,
  tokens: {
    readonly calls: number;
    readonly inputTokens: number | null;
    readonly cachedInputTokens: number | null;
    readonly cacheWriteTokens: number | null;
    readonly outputTokens: number | null;
  },
): number {
  const cached = tokens.cachedInputTokens ?? 0;
  const written = tokens.cacheWriteTokens ?? 0;
  return (
    ((tokens.inputTokens ?? 0) - cached - written) * rates.input +
    cached * rates.cachedInput +
    written * rates.cacheWrite +
    (tokens.outputTokens ?? 0) * rates.output +
    tokens.calls * rates.request
  );
}
