import type { Interval } from "./interval";
import { seededRandom } from "./random";

/** What one sampled trace adds to a ratio: `part` of `whole`. */
export interface RatioUnit {
  readonly part: number;
  readonly whole: number;
}

const REPEATS = 2000;

/**
 * The 95 % percentile interval of sum(part) / sum(whole) when whole traces are drawn again with
 * replacement, 2,000 times, from a fixed seed.
 *
 * The deviation of each repeat is scaled by sqrt((1 - f) m / (m - 1)), m traces of which a
 * fraction f of the population was seen, so that the variance is the one of the design (Rao and
 * Wu 1988, JASA 83:231-241). Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13.
 *
 * @param seen the fraction of the population that was labelled, 0..1
 * @returns null with fewer than two traces or without any whole: there is nothing to draw from
 */
export function bootstrapRatio(
  units: readonly RatioUnit[],
  seen: number,
  seed: string,
): Interval | null {
  const key = JSON.stringify([seed, seen, units.map(({ part, whole }) => [part, whole])]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const interval = drawAgain(units, seen, seed);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, interval);
  return interval;
}

/** A memory of a pure function: pages ask for the same strata until somebody labels. */
const remembered = new Map<string, Interval | null>();
const MOST_REMEMBERED = 300;

function drawAgain(units: readonly RatioUnit[], seen: number, seed: string): Interval | null {
  const count = units.length;
  const share = ratio(units);
  if (count < 2 || share === null) return null;
  const random = seededRandom(seed);
  const scale = Math.sqrt((Math.max(0, 1 - seen) * count) / (count - 1));
  const repeats = new Float64Array(REPEATS);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    let part = 0;
    let whole = 0;
    for (let draw = 0; draw < count; draw++) {
      const unit = units[Math.floor(random() * count)] as RatioUnit;
      part += unit.part;
      whole += unit.whole;
    }
    repeats[repeat] = share + scale * ((whole > 0 ? part / whole : share) - share);
  }
  repeats.sort();
  return {
    low: Math.max(0, Math.min(share, quantile(repeats, 0.025))),
    high: Math.min(1, Math.max(share, quantile(repeats, 0.975))),
  };
}

/** sum(part) / sum(whole); null when the whole is 0. */
function ratio(units: readonly RatioUnit[]): number | null {
  let part = 0;
  let whole = 0;
  for (const unit of units) {
    part += unit.part;
    whole += unit.whole;
  }
  return whole > 0 ? Math.min(1, part / whole) : null;
}

/** Linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
function quantile(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}
