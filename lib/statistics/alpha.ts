import type { Interval } from "./interval";
import { seededRandom } from "./random";

/** How far raters agree beyond chance. */
export interface Agreement {
  /** 1 is perfect, 0 is chance, below 0 worse; null when it is not defined. */
  readonly alpha: number | null;
  /** Items with two or more values. */
  readonly items: number;
  /** Values on these items. */
  readonly values: number;
  /** Why there is no alpha; null when there is one. */
  readonly why: string | null;
}

const REPEATS = 2000;
const SEED = "assay agreement v1";

/**
 * Krippendorff's alpha for nominal values, items with a single value left out. It is not defined when all
 * values are one and the same: there is nothing to tell apart.
 *
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; 2004, Content Analysis, ch. 11.
 *
 * @param items the values of each item, in any order
 */
export function computeAlpha(items: readonly (readonly string[])[]): Agreement {
  const counts = countItems(items);
  const alpha = alphaOf(counts);
  return {
    alpha,
    items: counts.length,
    values: counts.flat().reduce((sum, count) => sum + count, 0),
    why: alpha === null ? whyNone(counts.length) : null,
  };
}

/**
 * The 95 % interval of alpha: percentiles of 2,000 samples of items drawn again from a fixed seed.
 *
 * @returns null where alpha is not defined, or with fewer than two items
 */
export function computeAlphaInterval(items: readonly (readonly string[])[]): Interval | null {
  const counts = countItems(items);
  if (counts.length < 2 || alphaOf(counts) === null) return null;
  const key = JSON.stringify(counts);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const interval = drawAgain(counts);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, interval);
  return interval;
}

/** A memory of a pure function: pages ask for the same labels until somebody labels. */
const remembered = new Map<string, Interval>();
const MOST_REMEMBERED = 50;

function drawAgain(counts: readonly (readonly number[])[]): Interval {
  const random = seededRandom(SEED);
  const repeats = new Float64Array(REPEATS);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const drawn = counts.map(() => counts[Math.floor(random() * counts.length)] ?? []);
    // a repeat in which all values are the same shows no disagreement
    repeats[repeat] = alphaOf(drawn) ?? 1;
  }
  repeats.sort();
  const at = (part: number) => repeats[Math.round(part * (REPEATS - 1))] ?? 1;
  return { low: at(0.025), high: at(0.975) };
}

/** Items with two or more values, as counts of each category, in an order of their own. */
function countItems(items: readonly (readonly string[])[]): number[][] {
  const pairable = items.filter((values) => values.length >= 2);
  const categories = [...new Set(pairable.flat())].toSorted();
  return pairable
    .map((values) => categories.map((name) => values.filter((value) => value === name).length))
    .toSorted(compareCounts);
}

function whyNone(items: number): string {
  return items === 0
    ? "No call has labels of two raters."
    : "Every label is the same: agreement beyond chance is not defined.";
}

const compareCounts = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((count, index) => count !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

/** 1 - observed / expected disagreement. */
function alphaOf(items: readonly (readonly number[])[]): number | null {
  const totals: number[] = [];
  let [all, disagreeing] = [0, 0];
  for (const counts of items) {
    const values = counts.reduce((sum, count) => sum + count, 0);
    const agreeing = counts.reduce((sum, count) => sum + count * (count - 1), 0);
    disagreeing += (values * (values - 1) - agreeing) / (values - 1);
    all += values;
    for (const [category, count] of counts.entries())
      totals[category] = (totals[category] ?? 0) + count;
  }
  const chance = all * (all - 1) - totals.reduce((sum, total) => sum + total * (total - 1), 0);
  if (all < 2 || chance === 0) return null;
  return 1 - ((all - 1) * disagreeing) / chance;
}
