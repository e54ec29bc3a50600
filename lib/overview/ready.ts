import { type Assumptions, costToday } from "@/lib/savings/project";
import { type KnownProjection, paybackDays, type Range } from "@/lib/savings/projection";
import type { JudgedRouteKey } from "./judge-route-key";

/** The route keys whose decision is route, together. */
export interface ReadyToRoute {
  readonly routeKeys: number;
  readonly calls: number;
  /** What they cost today, over the window; null is unknown. */
  readonly spendUsd: number | null;
  /** Lows with lows and highs with highs, in US dollars; null when none is known. */
  readonly saving:
    | (Range & {
        readonly per: "30 days" | "1,000 calls";
        /** What these calls cost today, in the same unit. */
        readonly todayUsd: number;
        /** On the other state of the prompt cache; null without list prices. */
        readonly otherCache: Range | null;
      })
    | null;
  /** Route keys among them whose saving is not known. */
  readonly unknown: number;
  /** Bad answers that pass the gate, per 1,000 routed calls; null when unknown. */
  readonly undetected: Range | null;
  /** US dollars once for tuning, and the days until they have come back; null when unknown. */
  readonly tuningUsd: number;
  readonly payback: { readonly [End in keyof Range]: number | null } | null;
}

/**
 * Adds up what is ready on some assumptions. When runs grow by steps, the calls that keep their model
 * grow too: their growth is taken off what the routed ones save.
 */
export function sumReady(
  routeKeys: readonly JudgedRouteKey[],
  assumptions: Assumptions,
  days: number | null,
): ReadyToRoute {
  const ready = routeKeys.filter(({ decision }) => decision.decision === "route");
  const known = ready.flatMap(({ projection }) => (projection.known ? [projection] : []));
  const spends = ready.flatMap(({ facts }) => facts.spendUsd ?? []);
  const tuningUsd = ready.length * (assumptions.tuningUsd ?? 0);
  const saving = addSavings(known, keptGrowth(routeKeys, assumptions), days);
  return {
    routeKeys: ready.length,
    calls: ready.reduce((sum, { facts }) => sum + facts.calls, 0),
    spendUsd: spends.length === 0 && ready.length > 0 ? null : add(spends),
    saving,
    unknown: ready.length - known.length,
    undetected: meanUndetected(known),
    tuningUsd,
    payback:
      saving?.per === "30 days" ? eachEnd((end) => paybackDays(tuningUsd, saving[end])) : null,
  };
}

/** What the calls that keep their model would cost more, over the window. */
function keptGrowth(routeKeys: readonly JudgedRouteKey[], assumptions: Assumptions): number {
  const kept = routeKeys.filter(({ decision }) => decision.decision !== "route");
  const today = kept.map(({ facts }) => costToday(facts.basis, assumptions));
  return (assumptions.stepInflation ?? 0) * add(today);
}

function addSavings(
  known: readonly KnownProjection[],
  growthUsd: number,
  days: number | null,
): ReadyToRoute["saving"] {
  if (known.length === 0) return null;
  const factor =
    days === null ? 1000 / add(known.map(({ coveredCalls }) => coveredCalls)) : 30 / days;
  const otherOf = (end: keyof Range) =>
    add(
      known.map(({ scaled, todayUsd }) =>
        scaled.otherCacheUsd === null
          ? Number.NaN
          : scaled.otherCacheUsd[end] * ratio(todayUsd, scaled.todayUsd),
      ),
    );
  const other = eachEnd((end) => (otherOf(end) - growthUsd) * factor);
  return {
    ...eachEnd((end) => (add(known.map(({ savingUsd }) => savingUsd[end])) - growthUsd) * factor),
    per: days === null ? "1,000 calls" : "30 days",
    todayUsd: add(known.map(({ todayUsd }) => todayUsd)) * factor,
    otherCache: Number.isNaN(other.mid) ? null : other,
  };
}

function meanUndetected(known: readonly KnownProjection[]): Range | null {
  const calls = add(known.map(({ coveredCalls }) => coveredCalls));
  if (calls === 0 || known.some(({ undetected }) => undetected === null)) return null;
  return eachEnd(
    (end) =>
      add(known.map(({ undetected, coveredCalls }) => (undetected?.[end] ?? 0) * coveredCalls)) /
      calls,
  );
}

const eachEnd = <Value>(of: (end: keyof Range) => Value) => ({
  low: of("low"),
  mid: of("mid"),
  high: of("high"),
});

/** From the scaled unit back to the window. */
const ratio = (window: number, scaled: number): number => (scaled === 0 ? 0 : window / scaled);

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
