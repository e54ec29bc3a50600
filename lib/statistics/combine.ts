import type { Interval } from "./interval";

/** An independent estimate and its weight in the whole. */
export interface WeightedEstimate {
  readonly weight: number;
  readonly value: number;
  readonly interval: Interval;
}

/**
 * The 95 % interval of the weighted mean of independent estimates, from their own intervals: the
 * distances of the ends add up in squares (MOVER). With Wilson parts this is the stratified Wilson
 * interval; unlike p +- z sqrt(var) it does not collapse where a stratum is all viable or none, and
 * with one part it is that part's interval.
 *
 * Source: Zou and Donner 2008, Statistics in Medicine 27:1693-1702; Yan and Su 2010, Statistics in
 * Biopharmaceutical Research 2:329-335 (stratified).
 *
 * @returns null when the weights add up to nothing
 */
export function combineIntervals(
  parts: readonly WeightedEstimate[],
): { value: number; interval: Interval } | null {
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  if (!(whole > 0)) return null;
  let value = 0;
  let below = 0;
  let above = 0;
  for (const part of parts) {
    const weight = part.weight / whole;
    value += part.weight * part.value;
    below += (weight * (part.value - part.interval.low)) ** 2;
    above += (weight * (part.interval.high - part.value)) ** 2;
  }
  value = Math.min(1, Math.max(0, value / whole));
  return {
    value,
    interval: {
      low: Math.max(0, value - Math.sqrt(below)),
      high: Math.min(1, value + Math.sqrt(above)),
    },
  };
}
