import { bootstrapRatio } from "./bootstrap";
import { type Interval, Z_95 } from "./interval";
import { countsAsViable, type ShareItem, type ShareUnit, sizeOf } from "./share-item";
import {
  mixPortions,
  type Portions,
  portionsOf,
  type ShareMethod,
  viablePortion,
} from "./share-result";
import { finiteSampleSize, wilsonOfShare } from "./wilson";

/** The estimate of one stratum (or of the part of a domain that lies in it). */
export interface StratumShare {
  readonly portions: Portions;
  readonly value: number;
  readonly interval: Interval;
  readonly method: Exclude<ShareMethod, "stratified" | "none">;
  readonly why: string | null;
  /** Labelled items whose size in the unit is known. */
  readonly used: readonly ShareItem[];
}

/** Below this the reader is told how little the interval rests on. */
const FEW_TRACES = 10;

interface Sized {
  readonly item: ShareItem;
  readonly size: number;
  readonly viable: boolean;
}

/**
 * The share of one stratum: sum of the viable sizes over the sum of all sizes (a ratio estimate),
 * with its 95 % interval.
 *
 * - All of the population labelled: no sampling error.
 * - One item a trace and equal sizes: Wilson with the finite correction.
 * - Else: bootstrap over traces, never narrower than a Wilson interval of the effective number of
 *   items: for unequal sizes (sum w)^2 / sum w^2 (Kish 1965), for traces the number that gives their
 *   variance (Korn and Graubard 1998, Survey Methodology 24:193-201), whichever is less. The
 *   percentiles alone are too sure of themselves below some 30 traces. When every item agrees there
 *   is nothing to draw from, and the Wilson interval takes the traces as the sample.
 *
 * @param population calls in the stratum (or the estimate of the domain's calls in it)
 * @returns null when nothing labelled has a known size
 */
export function computeStratumShare(
  items: readonly ShareItem[],
  population: number,
  unit: ShareUnit,
  seed: string,
): StratumShare | null {
  const sized = sizeItems(items, unit);
  const portions = mixPortions(
    sized.map(({ item, size }) => ({
      weight: size,
      portions: portionsOf(item.verdict ?? "unsure"),
    })),
  );
  if (portions === null) return null;
  const value = viablePortion(portions);
  const used = sized.map(({ item }) => item);
  const base = { portions, value, used };
  const covered = used.reduce((sum, item) => sum + item.multiplicity, 0);
  if (covered >= population - 1e-9) {
    return { ...base, interval: { low: value, high: value }, method: "census", why: null };
  }
  const sampled = { sized, value, seen: covered / population };
  return { ...base, ...estimateInterval(sampled, (n) => correct(n, covered, population), seed) };
}

function sizeItems(items: readonly ShareItem[], unit: ShareUnit): Sized[] {
  const sized: Sized[] = [];
  for (const item of items) {
    const size = sizeOf(item, unit);
    if (item.verdict === null || size === null) continue;
    sized.push({ item, size, viable: countsAsViable(item.verdict) });
  }
  // The order of the rows must not change the last digit, nor which trace the bootstrap draws.
  return sized.toSorted(
    (a, b) =>
      compare(a.item.trace ?? "", b.item.trace ?? "") ||
      a.size - b.size ||
      compare(a.item.verdict ?? "", b.item.verdict ?? ""),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The finite correction of an effective n, the population counted in the same effective items. */
function correct(effective: number, covered: number, population: number): number {
  return finiteSampleSize(effective, (population / covered) * effective);
}

function estimateInterval(
  { sized, value, seen }: { sized: readonly Sized[]; value: number; seen: number },
  corrected: (n: number) => number,
  seed: string,
): Pick<StratumShare, "interval" | "method" | "why"> {
  const sizes = sized.map(({ size }) => size);
  const traces = sumByTrace(sized);
  const independent = traces.length === sized.length;
  const equal = Math.max(...sizes) - Math.min(...sizes) <= 1e-9 * Math.max(...sizes);
  if (independent && equal) {
    return { interval: wilsonOfShare(value, corrected(sized.length)), method: "wilson", why: null };
  }
  const drawn = bootstrapRatio(traces, seen, seed);
  if (drawn === null || drawn.low === drawn.high) {
    const n = independent
      ? effectiveNumber(sizes)
      : Math.min(traces.length, effectiveNumber(sizes));
    return {
      interval: wilsonOfShare(value, corrected(n)),
      method: "wilson",
      why: `Drawing the traces again shows no spread, so the interval takes ${independent ? "the effective number of items" : `the ${traces.length} traces`} as the sample.`,
    };
  }
  const n = Math.min(effectiveNumber(sizes), designNumber(traces, value));
  const floor = wilsonOfShare(value, corrected(n));
  const interval = {
    low: Math.min(drawn.low, floor.low),
    high: Math.max(drawn.high, floor.high),
  };
  const few = traces.length < FEW_TRACES;
  return {
    interval,
    method: "bootstrap over traces",
    why: few ? `Only ${traces.length} traces stand behind the interval.` : null,
  };
}

function sumByTrace(sized: readonly Sized[]): { part: number; whole: number }[] {
  const known = new Map<string, { part: number; whole: number }>();
  const alone: { part: number; whole: number }[] = [];
  for (const { item, size, viable } of sized) {
    const add = { part: viable ? size : 0, whole: size };
    const before = item.trace === null ? undefined : known.get(item.trace);
    if (before !== undefined) {
      before.part += add.part;
      before.whole += add.whole;
    } else if (item.trace === null) alone.push(add);
    else known.set(item.trace, add);
  }
  return [...known.values(), ...alone];
}

/** Kish's effective number of items of unequal sizes. */
function effectiveNumber(sizes: readonly number[]): number {
  const sum = sizes.reduce((total, size) => total + size, 0);
  const squares = sizes.reduce((total, size) => total + size * size, 0);
  return (sum * sum) / squares;
}

/**
 * The number of independent items that would have the variance of the ratio over traces, by its
 * linearisation: p (1 - p) / var, var = m / (m - 1) sum (part - p whole)^2 / (sum whole)^2.
 */
function designNumber(
  traces: readonly { readonly part: number; readonly whole: number }[],
  share: number,
): number {
  const whole = traces.reduce((sum, trace) => sum + trace.whole, 0);
  const squares = traces.reduce((sum, trace) => sum + (trace.part - share * trace.whole) ** 2, 0);
  const variance = ((traces.length / (traces.length - 1)) * squares) / (whole * whole);
  if (!(variance > 0)) return Number.POSITIVE_INFINITY;
  return ((share * (1 - share)) / variance) * (Z_95 / studentQuantile(traces.length - 1)) ** 2;
}

/**
 * Student's 0.975 quantile, by the Cornish-Fisher expansion (Abramowitz and Stegun 26.7.5): the
 * variance itself is only estimated, from few traces.
 */
function studentQuantile(freedom: number): number {
  const z = Z_95;
  const first = (z ** 3 + z) / (4 * freedom);
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
  return z + first + second;
}
