import { priceTokens } from "@/lib/pricing/price-tokens";
import type { UnitRates } from "@/lib/pricing/unit-rates";
import type { SavingsBasis } from "./basis";
import {
  breakEvenEscalation,
  cascadeCost,
  type CascadeCosts,
  escalationRate,
  type Gate,
  undetectedRate,
} from "./cascade";
import type { Outcome, Projection, Range } from "./projection";

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
  /** The share of the calls that is sent to the candidate, 0..1. */
  readonly routedShare?: number;
  /** How many more steps a run takes once steps are routed: 0.2 is a fifth more. */
  readonly stepInflation?: number;
  /** The share of the input that a cache served where the source says nothing of one, 0..1. */
  readonly silentCachedShare?: number;
  /** US dollars once, for each route key. */
  readonly tuningUsd?: number;
}

/** A viable share with the ends of its interval; ends null where there is no interval. */
export interface ShareEnds {
  readonly low: number | null;
  readonly mid: number | null;
  readonly high: number | null;
}

/** The share that a saving follows. */
export interface SavingsShare extends ShareEnds {
  /**
   * The share of calls, which says how many bad answers pass; absent when it is this one. What comes
   * back is paid by its cost, so savings follow the share of spend where that is known.
   */
  readonly ofCalls?: ShareEnds;
}

/**
 * The saving of sending calls to a candidate: B - k (r (S + V + e E) + (1 - r) B), r being the part
 * that is routed and k what the run grows by, for the low end, the middle and the high end of the
 * viable share (a low share escalates more and saves less).
 *
 * @param windowDays days observed; null when unknown. From one day on the result is per 30 days, else
 *   per 1,000 calls; it is never extrapolated from less than a day
 */
export function projectSavings(
  basis: SavingsBasis,
  share: SavingsShare,
  assumptions: Assumptions,
  windowDays: number | null,
): Projection {
  const missing = whatIsMissing(basis, share, assumptions);
  if (missing !== null) return { known: false, reason: missing };
  const todayUsd = costToday(basis, assumptions);
  const escalation = listEscalations(share, assumptions);
  const own = cascade(basis, assumptions, assumptions.escalatedCache, todayUsd);
  const other = cascade(basis, assumptions, otherCache(assumptions), todayUsd);
  const savingUsd = save(own, escalation, assumptions, todayUsd);
  const monthly = windowDays !== null && windowDays >= 1;
  const factor = monthly ? 30 / windowDays : 1000 / basis.coveredCalls;
  return {
    known: true,
    todayUsd,
    savingUsd,
    scaled: {
      todayUsd: todayUsd * factor,
      smallUsd: own.smallUsd * factor,
      verifierUsd: own.verifierUsd * factor,
      escalatedUsd: own.escalatedUsd * factor,
      savingUsd: scaleRange(savingUsd, factor),
      otherCacheUsd:
        basis.coldUsd === null
          ? null
          : scaleRange(save(other, escalation, assumptions, todayUsd), factor),
    },
    per: monthly ? "30 days" : "1,000 calls",
    escalation,
    breakEvenEscalation: breakEvenEscalation(own, todayUsd),
    undetected: listUndetected(share, assumptions),
    coveredCalls: basis.coveredCalls,
    calls: basis.calls,
    outcome: outcomeOf(savingUsd),
  };
}

/** What the calls cost today, less what a cache that nobody stated may have served; US dollars. */
export const costToday = (
  basis: Pick<SavingsBasis, "todayUsd" | "silentDiscountUsd">,
  { silentCachedShare = 0 }: Pick<Assumptions, "silentCachedShare">,
): number => basis.todayUsd - silentCachedShare * basis.silentDiscountUsd;

/** What some calls cost today in the unit of projections; null when nothing is covered. */
export function scaledToday(
  basis: SavingsBasis,
  assumptions: Pick<Assumptions, "silentCachedShare">,
  days: number | null,
): { readonly usd: number; readonly per: "30 days" | "1,000 calls" } | null {
  const { coveredCalls } = basis;
  if (coveredCalls === 0) return null;
  const usd = costToday(basis, assumptions);
  return days === null
    ? { usd: (usd * 1000) / coveredCalls, per: "1,000 calls" }
    : { usd: (usd * 30) / days, per: "30 days" };
}

/** The low end is at or above zero, the high end is below it, or zero lies between. */
export const outcomeOf = ({ low, high }: Range): Outcome => {
  if (low >= 0) return "saves";
  return high < 0 ? "costs more" : "may cost more";
};

export const scaleRange = ({ low, mid, high }: Range, factor: number): Range => ({
  low: low * factor,
  mid: mid * factor,
  high: high * factor,
});

const otherCache = ({ escalatedCache }: Assumptions) =>
  escalatedCache === "warm" ? "cold" : "warm";

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

/** S, V and E for all of the calls. */
function cascade(
  basis: SavingsBasis,
  { candidate, verifierUsdPerCall = 0 }: Assumptions,
  cache: "warm" | "cold",
  todayUsd: number,
): CascadeCosts {
  const { coveredCalls: calls, inputTokens, outputTokens } = basis;
  const tokens = { calls, inputTokens, outputTokens, cachedInputTokens: 0, cacheWriteTokens: 0 };
  return {
    smallUsd: candidate === null ? 0 : priceTokens(candidate, tokens),
    verifierUsd: verifierUsdPerCall * calls,
    escalatedUsd: (cache === "warm" ? todayUsd : basis.coldUsd) ?? 0,
  };
}

function save(
  costs: CascadeCosts,
  escalation: Range,
  { routedShare = 1, stepInflation = 0 }: Assumptions,
  todayUsd: number,
): Range {
  const left = (rate: number) =>
    routedShare * cascadeCost(costs, rate) + (1 - routedShare) * todayUsd;
  const saved = (rate: number) => todayUsd - (1 + stepInflation) * left(rate);
  // The rate that escalates most saves least.
  return { low: saved(escalation.high), mid: saved(escalation.mid), high: saved(escalation.low) };
}

function listEscalations(share: ShareEnds, { escalation, gate }: Assumptions): Range {
  if (escalation !== "from the share") {
    return { low: escalation, mid: escalation, high: escalation };
  }
  return ranged(share, (viableShare) => escalationRate({ ...gate, viableShare }));
}

/** Bad answers that pass the gate, per 1,000 routed calls; null without a share of calls. */
function listUndetected(share: SavingsShare, { gate }: Assumptions): Range | null {
  const { low, mid, high } = share.ofCalls ?? share;
  if (low === null || mid === null || high === null) return null;
  return ranged(
    { low, mid, high },
    (viableShare) => 1000 * undetectedRate({ catchRate: gate?.catchRate ?? 1, viableShare }),
  );
}

/** A rate at both ends and the middle of a share, in order: with some gates it turns round. */
function ranged(share: ShareEnds, rateOf: (viableShare: number) => number): Range {
  const rates = [share.high, share.mid, share.low].map((viable) => rateOf(viable ?? 0));
  const [low = 0, mid = 0, high = 0] = rates.toSorted((a, b) => a - b);
  return { low, mid, high };
}
