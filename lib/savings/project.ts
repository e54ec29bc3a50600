import { priceTokens } from "@/lib/pricing/price-call";
import type { UnitRates } from "@/lib/pricing/unit-rates";
import type { SavingsBasis } from "./basis";
import { breakEvenEscalation, cascadeCost, escalationRate, type Gate } from "./cascade";

/** What a projection assumes; each of these a person may change. */
export interface Assumptions {
  /** The small model's rates per token; null when it has no price. */
  readonly candidate: UnitRates | null;
  /** How often a routed call goes on to the large model: from the viable share, or a fixed rate 0..1. */
  readonly escalation: "from the share" | number;
  readonly gate?: Gate;
  /** Whether an escalated call finds the prompt cache as today, or must write it anew. */
  readonly escalatedCache: "warm" | "cold";
  /** US dollars per routed call for judging the answer. */
  readonly verifierUsdPerCall?: number;
  /** The share of the cluster's calls that is sent to the candidate, 0..1. */
  readonly routedShare?: number;
}

/** The viable share with the ends of its interval; ends null where there is no interval. */
export interface ShareEnds {
  readonly low: number | null;
  readonly mid: number | null;
  readonly high: number | null;
}

export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/**
 * What an interval of savings says: the low end is at or above zero, the high end is below it, or zero
 * lies between, and the interval leaves open which.
 */
export type Outcome = "saves" | "may cost more" | "costs more";

/** What routing a cluster would save; every amount in US dollars. */
export type Projection =
  | {
      readonly known: true;
      /** Over the observed window. */
      readonly todayUsd: number;
      readonly savingUsd: Range;
      /** The same in the unit that is shown. */
      readonly scaled: {
        readonly todayUsd: number;
        /** S: the small model on all of the calls. */
        readonly smallUsd: number;
        /** E: all of the calls, had they been escalated. */
        readonly escalatedUsd: number;
        readonly savingUsd: Range;
      };
      readonly per: "30 days" | "1,000 calls";
      /** The escalation rates behind low, mid and high. */
      readonly escalation: Range;
      readonly breakEvenEscalation: number | null;
      readonly coveredCalls: number;
      readonly calls: number;
      readonly outcome: Outcome;
    }
  | { readonly known: false; readonly reason: string };

/**
 * The saving of sending a cluster's calls to a candidate: B - (S + V + e E) for the low end, the
 * middle and the high end of the viable share (a low share escalates more and saves less).
 *
 * @param windowDays days observed; null when unknown. From one day on the result is per 30 days, else
 *   per 1,000 calls; it is never extrapolated from less than a day
 */
export function projectSavings(
  basis: SavingsBasis,
  share: ShareEnds,
  assumptions: Assumptions,
  windowDays: number | null,
): Projection {
  const missing = whatIsMissing(basis, share, assumptions);
  if (missing !== null) return { known: false, reason: missing };
  const { verifierUsdPerCall = 0, routedShare = 1 } = assumptions;
  const costs = {
    smallUsd: smallCost(basis, assumptions.candidate),
    verifierUsd: verifierUsdPerCall * basis.coveredCalls,
    escalatedUsd: (assumptions.escalatedCache === "warm" ? basis.todayUsd : basis.coldUsd) ?? 0,
  };
  const escalation = listEscalations(share, assumptions);
  const saved = (rate: number) => routedShare * (basis.todayUsd - cascadeCost(costs, rate));
  // The rate that escalates most saves least.
  const savingUsd = {
    low: saved(escalation.high),
    mid: saved(escalation.mid),
    high: saved(escalation.low),
  };
  const monthly = windowDays !== null && windowDays >= 1;
  const factor = monthly ? 30 / windowDays : 1000 / basis.coveredCalls;
  return {
    known: true,
    todayUsd: basis.todayUsd,
    savingUsd,
    scaled: {
      todayUsd: basis.todayUsd * factor,
      smallUsd: costs.smallUsd * factor,
      escalatedUsd: costs.escalatedUsd * factor,
      savingUsd: scale(savingUsd, factor),
    },
    per: monthly ? "30 days" : "1,000 calls",
    escalation,
    breakEvenEscalation: breakEvenEscalation(costs, basis.todayUsd),
    coveredCalls: basis.coveredCalls,
    calls: basis.calls,
    outcome: outcomeOf(savingUsd),
  };
}

/**
 * The clusters together: lows with lows, highs with highs, which is wider than independent clusters
 * would be and never too narrow. Null without a known projection, and when one is per 1,000 calls: such
 * amounts do not add up.
 */
export function sumProjections(
  projections: readonly Projection[],
): { scaled: { todayUsd: number; savingUsd: Range }; per: string; unknown: number } | null {
  const known = projections.filter((projection) => projection.known);
  const per = known[0]?.per;
  if (per !== "30 days" || known.some((projection) => projection.per !== per)) return null;
  const add = (pick: (scaled: (typeof known)[number]["scaled"]) => number) =>
    known.reduce((sum, { scaled }) => sum + pick(scaled), 0);
  return {
    scaled: {
      todayUsd: add((scaled) => scaled.todayUsd),
      savingUsd: {
        low: add((scaled) => scaled.savingUsd.low),
        mid: add((scaled) => scaled.savingUsd.mid),
        high: add((scaled) => scaled.savingUsd.high),
      },
    },
    per,
    unknown: projections.length - known.length,
  };
}

function whatIsMissing(
  basis: SavingsBasis,
  share: ShareEnds,
  { candidate, escalation, escalatedCache }: Assumptions,
): string | null {
  if (candidate === null) return "The candidate has no price.";
  if (basis.calls === 0) return "There is no call.";
  if (basis.coveredCalls === 0) return "No call has both a known cost and known tokens.";
  if (escalatedCache === "cold" && basis.coldUsd === null) {
    return "A model of today has no list price, so an escalated call on a cold cache has none.";
  }
  if (escalation !== "from the share") return null;
  if (share.mid === null) return "No call is labelled yet.";
  if (share.low === null || share.high === null) return "The viable share has no interval.";
  return null;
}

const smallCost = (basis: SavingsBasis, candidate: UnitRates | null): number =>
  candidate === null
    ? 0
    : priceTokens(candidate, {
        calls: basis.coveredCalls,
        inputTokens: basis.inputTokens,
        cachedInputTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: basis.outputTokens,
      });

function listEscalations(share: ShareEnds, { escalation, gate }: Assumptions): Range {
  if (escalation !== "from the share") {
    return { low: escalation, mid: escalation, high: escalation };
  }
  const rates = [share.high, share.mid, share.low].map((viableShare) =>
    escalationRate({ ...gate, viableShare: viableShare ?? 0 }),
  );
  // With a gate that alarms more often on good answers than on bad ones the order turns round.
  const [low = 0, mid = 0, high = 0] = rates.toSorted((a, b) => a - b);
  return { low, mid, high };
}

const outcomeOf = ({ low, high }: Range): Outcome => {
  if (low >= 0) return "saves";
  return high < 0 ? "costs more" : "may cost more";
};

const scale = ({ low, mid, high }: Range, factor: number): Range => ({
  low: low * factor,
  mid: mid * factor,
  high: high * factor,
});
