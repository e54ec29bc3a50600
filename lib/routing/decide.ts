import { digitsAtBar, formatBar, formatEnd } from "@/lib/display/percent";
import { formatCounted } from "@/lib/display/count";
import type { Interval } from "@/lib/statistics/interval";
import { isWritableKey } from "./yaml-text";

/** What happens to the calls of a route key. */
export type Decision = "route" | "keep" | "undecided";

/** The lower end that a share must reach before its calls are routed. */
export const DEFAULT_BAR = 0.8;
/** Fewer labels than this decide nothing: the interval's coverage is poor below. */
export const DEFAULT_MIN_LABELS = 20;

/** The evidence on one route key. */
export interface RouteEvidence {
  readonly routeKey: string;
  /** Whether a router can know the key before the call: it has a step type. */
  readonly tagged: boolean;
  /** The model its calls go to today, which a route falls back to; null when they name none. */
  readonly currentModel: string | null;
  /** The viable share of its calls, and the interval that is displayed; null where there is none. */
  readonly share: { readonly value: number; readonly interval: Interval | null } | null;
  /** Settled and unsure labels. */
  readonly n: number;
  /** The low end of the projected saving in US dollars; null when unknown. */
  readonly lowSavingUsd: number | null;
  /** 0..1; the workspace's own or {@link DEFAULT_BAR}. */
  readonly bar?: number;
  readonly minLabels?: number;
}

export interface RouteDecision {
  readonly routeKey: string;
  readonly decision: Decision;
  /** Why, and for `undecided` what is missing, in one sentence. */
  readonly reason: string;
}

/**
 * Decides a route key on the lower end of its interval. `route`: enough labels, the lower end
 * at the bar, no saving below zero at the low end (an unknown saving does not hold it back), and a
 * route that can be written: tagged, a model to fall back to, a key that fits into the file. `keep`: the upper end is under the bar, or the
 * saving is below zero at the low end. Else `undecided`, which keeps the model as well.
 */
export function decideRoute(evidence: RouteEvidence): RouteDecision {
  return { routeKey: evidence.routeKey, ...judge(evidence) };
}

function judge({
  routeKey,
  tagged,
  currentModel,
  share,
  n,
  lowSavingUsd,
  bar = DEFAULT_BAR,
  minLabels = DEFAULT_MIN_LABELS,
}: RouteEvidence): Omit<RouteDecision, "routeKey"> {
  const asked = formatBar(bar);
  if (share === null || n === 0) return undecided("No call is labelled yet.");
  const { interval } = share;
  if (interval === null) {
    return undecided("The labels are no random sample, so the share has no interval.");
  }
  if (n < minLabels) {
    const more = formatCounted(minLabels - n, "more label");
    return undecided(`It has ${formatCounted(n, "label")} and needs ${more} to decide.`);
  }
  const digits = digitsAtBar(interval, bar);
  if (interval.high < bar) {
    const high = formatEnd(interval.high, "high", digits);
    return keep(`Even the upper end, ${high}, is under the bar of ${asked}.`);
  }
  if (interval.low < bar) {
    const low = formatEnd(interval.low, "low", nearDigits(interval.low, bar));
    return undecided(
      `The lower end, ${low}, is under the bar of ${asked}: more labels may decide.`,
    );
  }
  if (lowSavingUsd !== null && lowSavingUsd < 0) {
    return keep("It is viable enough, but the low end of the saving is below zero.");
  }
  if (!tagged) {
    return undecided("Its calls carry no step type, so no router could tell them apart.");
  }
  if (currentModel === null || currentModel === "") {
    return undecided(
      "Its calls name no model: name the model in your traces, for a route needs a fallback.",
    );
  }
  if (!isWritableKey(routeKey)) {
    return undecided(
      "Its step type is too long for the routes file: shorten the step type in your traces.",
    );
  }
  const low = formatEnd(interval.low, "low", digits);
  const over = `The lower end, ${low}, is at or over the bar of ${asked}.`;
  const unknown = " The saving is unknown, which does not hold a route back.";
  return { decision: "route", reason: lowSavingUsd === null ? over + unknown : over };
}

/** Enough digits to show how near a value under the bar comes to it: 79.9, not 79. */
const nearDigits = (value: number, bar: number): number =>
  [0, 1, 2].find((count) => Number((value * 100).toFixed(count)) < bar * 100) ?? 3;

const keep = (reason: string) => ({ decision: "keep", reason }) as const;
const undecided = (reason: string) => ({ decision: "undecided", reason }) as const;
