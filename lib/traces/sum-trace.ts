import { priceCall } from "@/lib/pricing/price-call";
import type { PriceOverrides } from "@/lib/pricing/price-override";

/** What the sums of a trace read of a call. */
export type SummedCall = {
  provider: string | null;
  model: string | null;
  inputTokens: number | null;
  cachedInputTokens: number | null;
  cacheWriteTokens: number | null;
  outputTokens: number | null;
  statedCostUsd: number | null;
  /** ISO 8601 in UTC. */
  startedAt: string | null;
  errored: boolean;
};

/** The sums of a trace, each over the calls that are known; null when none is. */
export type TraceSums = {
  calls: number;
  errored: number;
  inputTokens: number | null;
  outputTokens: number | null;
  /** Calls whose input or output is unknown. */
  callsWithoutTokens: number;
  /** US dollars: stated costs, else list prices. */
  costUsd: number | null;
  callsWithoutCost: number;
};

/** What a call cost in US dollars: as stated, else at the price of its day; null when unknown. */
export const costOf = (call: SummedCall, overrides: PriceOverrides): number | null =>
  call.statedCostUsd ?? priceCall(call, overrides).costUsd;

/** Adds up the calls of one trace. */
export function sumTrace(calls: readonly SummedCall[], overrides: PriceOverrides): TraceSums {
  const costs = calls.map((call) => costOf(call, overrides));
  return {
    calls: calls.length,
    errored: calls.filter((call) => call.errored).length,
    inputTokens: sumKnown(calls.map((call) => call.inputTokens)),
    outputTokens: sumKnown(calls.map((call) => call.outputTokens)),
    callsWithoutTokens: calls.filter(
      (call) => call.inputTokens === null || call.outputTokens === null,
    ).length,
    costUsd: sumKnown(costs),
    callsWithoutCost: costs.filter((cost) => cost === null).length,
  };
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
