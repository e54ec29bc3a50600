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

/**
 * `62 % [56, 68]`, the 95 % interval in points; without one the share alone. The share is rounded to
 * the nearest, the ends of an interval outwards, here and everywhere: the low end down, the high end
 * up, so that what is shown never claims more than is known.
 */
export function formatShare(
  share: number | null | undefined,
  interval: Ends | null | undefined,
  digits = 0,
): string {
  if (!isKnown(share) || !interval) return formatPercent(share, digits);
  return `${formatPercent(share, digits)}\u00a0${formatInterval(interval, digits)}`;
}

/** A share beside the bar, with enough digits that each end is seen on its own side of it. */
export const formatShareAtBar = (
  share: number | null | undefined,
  interval: Ends | null | undefined,
  bar: number,
): string => formatShare(share, interval, interval ? digitsAtBar(interval, bar) : 0);

/** `[56, 68]` in points, rounded outwards. */
export function formatInterval({ low, high }: Ends, digits = 0): string {
  return `[${hundred(outwards(low, "low", digits + 2), digits)},\u00a0${hundred(outwards(high, "high", digits + 2), digits)}]`;
}

/** One end of an interval, `79.9 %`, rounded outwards. */
export function formatEnd(value: number, end: keyof Ends, digits = 0): string {
  return formatPercent(outwards(value, end, digits + 2), digits);
}

/** The bar with the digits it was set with: `80 %`, `82.5 %`. */
export const formatBar = (bar: number): string =>
  formatPercent(bar, [0, 1, 2].find((digits) => isWhole(bar * 10 ** (digits + 2))) ?? 3);

/** The fewest digits that show each end of an interval on its own side of the bar; at most 3. */
export function digitsAtBar({ low, high }: Ends, bar: number): number {
  const shown = [0, 1, 2].find(
    (digits) =>
      outwards(low, "low", digits + 2) >= bar === low >= bar &&
      outwards(high, "high", digits + 2) < bar === high < bar,
  );
  return shown ?? 3;
}

/** `[0.90, 0.97]`: the interval as the routes file writes it, rounded outwards. */
export function formatDecimalInterval({ low, high }: Ends): string {
  return `[${outwards(low, "low", 2).toFixed(2)}, ${outwards(high, "high", 2).toFixed(2)}]`;
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

/** What floating point adds to a number that is meant to have so many digits. */
const DUST = 1e-9;

/** An end of an interval, away from the middle, to so many decimals. */
function outwards(value: number, end: keyof Ends, decimals: number): number {
  const size = value * 10 ** decimals;
  const whole = end === "low" ? Math.floor(size + DUST) : Math.ceil(size - DUST);
  return whole / 10 ** decimals;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
