import { seededRandom } from "./random";

const REPEATS = 2000;

/**
 * The variance of a sum over traces when whole traces are drawn again with replacement, 2,000 times
 * from a fixed seed, scaled by m / (m - 1) so that it is unbiased for m independent traces (Rao and Wu
 * 1988, JASA 83:231-241; Efron and Tibshirani, An Introduction to the Bootstrap, chapter 6).
 *
 * @param influences what each trace adds to the estimate's deviation; they add up to nearly 0
 * @returns 0 with fewer than two traces: there is nothing to draw from
 */
export function bootstrapVariance(influences: readonly number[], seed: string): number {
  if (influences.length < 2) return 0;
  const key = JSON.stringify([seed, influences]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const variance = drawAgain(Float64Array.from(influences), seed);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, variance);
  return variance;
}

/** A memory of a pure function: pages ask for the same strata until somebody labels. */
const remembered = new Map<string, number>();
const MOST_REMEMBERED = 300;

function drawAgain(influences: Float64Array, seed: string): number {
  const count = influences.length;
  const random = seededRandom(seed);
  const mean = influences.reduce((sum, one) => sum + one, 0);
  let squares = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    let total = 0;
    for (let draw = 0; draw < count; draw++) {
      total += influences[Math.floor(random() * count)] as number;
    }
    squares += (total - mean) ** 2;
  }
  return ((squares / REPEATS) * count) / (count - 1);
}
