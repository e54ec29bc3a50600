import { type Interval, Z_95 } from "./interval";

/**
 * The Wilson score interval of a share seen in a (possibly fractional, effective) number of
 * independent items.
 *
 * Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857-872, method 3.
 *
 * @param share between 0 and 1
 * @param n effective number of items, above 0
 * @param z the normal quantile; 95 % two-sided unless another is given
 * @throws RangeError when the share is outside 0..1 or n is not above 0
 */
export function wilsonOfShare(share: number, n: number, z = Z_95): Interval {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies in 0..1, not ${share}.`);
  if (!(n > 0)) throw new RangeError(`An interval needs n above 0, not ${n}.`);
  if (n === Number.POSITIVE_INFINITY) return { low: share, high: share };
  const z2 = z * z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return {
    low: share === 0 ? 0 : Math.max(0, Math.min(share, middle - half)),
    high: share === 1 ? 1 : Math.min(1, Math.max(share, middle + half)),
  };
}

/**
 * The sample size that an infinite population would need for the same variance: n (N-1) / (N-n).
 * Infinite when everything was seen.
 *
 * Source: the finite population correction of a simple random sample, Cochran, Sampling
 * Techniques, section 2.6, solved for n.
 */
export function finiteSampleSize(n: number, population: number): number {
  if (n >= population) return Number.POSITIVE_INFINITY;
  return (n * (population - 1)) / (population - n);
}

/**
 * The 95 % two-sided Wilson interval of `successes` among `n` items drawn at random, corrected
 * for a finite population when one is given: all N of N seen leaves no sampling error.
 *
 * @returns null when n is 0: nothing is known
 * @throws RangeError when successes are below 0 or above n
 */
export function wilson(successes: number, n: number, population?: number): Interval | null {
  if (n === 0) return null;
  const size = population === undefined ? n : finiteSampleSize(n, population);
  return wilsonOfShare(successes / n, size);
}

/**
 * The number of independent items that would give a Wilson interval with this end: the inverse of
 * {@link wilsonOfShare}, (p - L)^2 = z^2 L (1 - L) / n solved for n. It reads the design effect
 * and the finite correction back from an interval that is displayed.
 *
 * @returns infinity for an interval without width
 */
export function effectiveSampleSize(share: number, interval: Interval): number {
  const end = share - interval.low >= interval.high - share ? interval.low : interval.high;
  const distance = share - end;
  if (distance === 0) return Number.POSITIVE_INFINITY;
  return (Z_95 * Z_95 * end * (1 - end)) / (distance * distance);
}
