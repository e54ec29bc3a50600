import type { UnitRates } from "@/lib/pricing/unit-rates";
import type { SavingsBasis } from "./basis";
import type { AverageCall } from "./gpu";
import { type Assumptions, costToday } from "./project";

/** Several bases as one; a cold cost that is unknown for one is unknown for all. */
export function addBases(bases: readonly SavingsBasis[]): SavingsBasis {
  const add = (pick: (basis: SavingsBasis) => number) =>
    bases.reduce((sum, basis) => sum + pick(basis), 0);
  return {
    calls: add(({ calls }) => calls),
    coveredCalls: add(({ coveredCalls }) => coveredCalls),
    todayUsd: add(({ todayUsd }) => todayUsd),
    inputTokens: add(({ inputTokens }) => inputTokens),
    outputTokens: add(({ outputTokens }) => outputTokens),
    coldUsd: bases.some(({ coldUsd }) => coldUsd === null)
      ? null
      : add(({ coldUsd }) => coldUsd ?? 0),
    silentDiscountUsd: add(({ silentDiscountUsd }) => silentDiscountUsd),
  };
}

/**
 * The average of the calls, for the break-even of a GPU. What the small model may cost is today's cost
 * less judging; what comes back is left out, so the break-even volume is the least there can be.
 */
export function averageCall(
  basis: SavingsBasis,
  assumptions: Assumptions,
  hosted: UnitRates | null,
): AverageCall {
  const calls = basis.coveredCalls;
  const inputTokens = basis.inputTokens / calls;
  const outputTokens = basis.outputTokens / calls;
  return {
    inputTokens,
    outputTokens,
    hostedUsd:
      hosted === null
        ? null
        : inputTokens * hosted.input + outputTokens * hosted.output + hosted.request,
    roomUsd: costToday(basis, assumptions) / calls - (assumptions.verifierUsdPerCall ?? 0),
  };
}
