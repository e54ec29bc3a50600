import type { SavingsBasis } from "./basis";
import { breakEvenEscalation, cascadeCost } from "./cascade";
import { type Assumptions, costToday } from "./project";

/** How many times cheaper the small model is, call by call, and how much of it comes back. */
export const PRICE_RATIOS = [2, 5, 10, 20, 50, 100] as const;
export const ESCALATIONS = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1] as const;

export interface SensitivityRow {
  /** Today's cost over the small model's. */
  readonly ratio: number;
  /** The row of the candidate's own price. */
  readonly isCandidate: boolean;
  /** Saved of today's cost at each of the escalation rates: 0.5 is half of it, below 0 costs more. */
  readonly saved: readonly number[];
  /** The escalation rate at which nothing is saved; null when an escalated call is free. */
  readonly breakEven: number | null;
}

/**
 * What is saved of today's cost by price ratio and escalation, all else as assumed.
 *
 * @returns nothing when today's cost, or that of an escalated call, is not known
 */
export function computeSensitivity(
  basis: SavingsBasis,
  assumptions: Assumptions,
): readonly SensitivityRow[] {
  const todayUsd = costToday(basis, assumptions);
  const escalatedUsd = assumptions.escalatedCache === "warm" ? todayUsd : basis.coldUsd;
  if (!(todayUsd > 0) || escalatedUsd === null) return [];
  const { candidate, verifierUsdPerCall = 0 } = assumptions;
  const verifierUsd = verifierUsdPerCall * basis.coveredCalls;
  const ownUsd =
    candidate === null
      ? null
      : basis.inputTokens * candidate.input +
        basis.outputTokens * candidate.output +
        basis.coveredCalls * candidate.request;
  const own = ownUsd !== null && ownUsd > 0 ? todayUsd / ownUsd : null;
  const ratios = [...PRICE_RATIOS.filter((ratio) => ratio !== own), ...(own === null ? [] : [own])];
  return ratios
    .toSorted((a, b) => a - b)
    .map((ratio) => {
      const costs = { smallUsd: todayUsd / ratio, verifierUsd, escalatedUsd };
      return {
        ratio,
        isCandidate: ratio === own,
        saved: ESCALATIONS.map((rate) =>
          savedPart(cascadeCost(costs, rate) / todayUsd, assumptions),
        ),
        breakEven: breakEvenEscalation(costs, todayUsd),
      };
    });
}

const savedPart = (cost: number, { routedShare = 1, stepInflation = 0 }: Assumptions): number =>
  1 - (1 + stepInflation) * (routedShare * cost + (1 - routedShare));
