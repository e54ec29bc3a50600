import { type Interval, Z_95 } from "./interval";
import { wilsonOfShare } from "./wilson";

/** An estimate of one stratum: its weight in the whole, its share, and what it rests on. */
export interface WeightedShare {
  readonly weight: number;
  readonly value: number;
  /** The number of independent items it is worth; infinity when it has no sampling error. */
  readonly effectiveItems: number;
}

/**
 * The 95 % interval of a weighted mean of shares: the stratified Wilson interval. Each stratum gives
 * a Wilson interval of less than 95 %, by the quantile z sqrt(sum w^2 s^2) / sum w s, so that the ends,
 * added up by weight, are those of the whole. Unlike p +- z sqrt(var) it does not collapse where a
 * stratum is all viable or none; with one stratum it is that stratum's Wilson interval.
 *
 * Source: Yan and Su 2010, Statistics in Biopharmaceutical Research 2:329-335. Here s is the half
 * width of the stratum's own 95 % Wilson interval over z, which is above 0 for a unanimous stratum.
 *
 * @returns null when the weights add up to nothing
 */
export function combineShares(
  parts: readonly WeightedShare[],
): { value: number; interval: Interval } | null {
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  if (!(whole > 0)) return null;
  const value = within(parts.reduce((sum, part) => sum + part.weight * part.value, 0) / whole);
  const errors = parts.map(({ weight, value: share, effectiveItems }) => {
    const { low, high } = wilsonOfShare(share, effectiveItems);
    return (weight * (high - low)) / whole;
  });
  const added = errors.reduce((sum, error) => sum + error, 0);
  if (added === 0) return { value, interval: { low: value, high: value } };
  const z = (Z_95 * Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0))) / added;
  let [low, high] = [0, 0];
  for (const { weight, value: share, effectiveItems } of parts) {
    const ends = wilsonOfShare(share, effectiveItems, z);
    low += (weight * ends.low) / whole;
    high += (weight * ends.high) / whole;
  }
  // The sums of weights may differ from 1 in the last digit.
  return {
    value,
    interval: { low: within(Math.min(low, value)), high: within(Math.max(high, value)) },
  };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
