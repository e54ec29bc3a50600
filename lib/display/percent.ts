import { DASH, isKnown, THIN } from "./dash";

/** A share of 0..1 with its interval; null ends mean that there is none. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/** `62 %`; a dash when unknown. */
export function formatPercent(share: number | null | undefined, digits = 0): string {
  return isKnown(share) ? `${hundred(share, digits)}${THIN}%` : DASH;
}

/** `62 % [56, 68]`, the 95 % interval in points; without one the share alone. */
export function formatShare(
  share: number | null | undefined,
  interval: Ends | null | undefined,
  digits = 0,
): string {
  if (!isKnown(share) || !interval) return formatPercent(share, digits);
  return `${formatPercent(share, digits)}\u00a0${formatInterval(interval, digits)}`;
}

/** `[56, 68]` in points. */
export function formatInterval({ low, high }: Ends, digits = 0): string {
  return `[${hundred(low, digits)},\u00a0${hundred(high, digits)}]`;
}

/** `[0.90, 0.97]`: the interval as the routes file writes it. */
export function formatDecimalInterval({ low, high }: Ends): string {
  return `[${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

/** A coefficient such as alpha: `0.81`. */
export function formatCoefficient(value: number | null | undefined): string {
  return isKnown(value) ? value.toFixed(2).replace(/^-/, "\u2212") : DASH;
}

/** In points; a value that would round to -0 reads 0. */
const hundred = (share: number, digits: number): string =>
  (share * 100)
    .toFixed(digits)
    .replace(/^-(?=0(?:\.0*)?$)/, "")
    .replace(/^-/, "\u2212");
