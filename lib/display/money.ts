import { DASH, isKnown } from "./dash";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const twoDigits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 });
const upToFour = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4 });

/**
 * US dollars: `$1,842`, `$4.20`, `$0.0041`; `–` when unknown, `$0` only for a true zero; from a
 * trillion on `$1.23e15`, which keeps its place in a layout.
 */
export function formatMoney(usd: number | null | undefined): string {
  if (!isKnown(usd)) return DASH;
  const size = Math.abs(usd);
  const sign = usd < 0 ? "\u2212" : "";
  if (size === 0) return "$0";
  if (size < 0.000001) return `${sign}<$0.000001`;
  if (size >= 1e12) return `${sign}$${size.toExponential(2).replace("e+", "e")}`;
  return `${sign}$${digitsFor(size).format(size)}`;
}

function digitsFor(size: number): Intl.NumberFormat {
  if (size >= 9.995) return grouped;
  return size >= 0.0995 ? cents : twoDigits;
}

/** A price per million tokens, with the digits that price lists use: `$0.112`. */
export function formatUnitPrice(usdPer1M: number | null | undefined): string {
  return isKnown(usdPer1M) ? `$${upToFour.format(usdPer1M)}` : DASH;
}

/** `$212–$260`; one amount when both ends read the same. */
export function formatMoneyRange(low: number | null, high: number | null): string {
  const [from, to] = [formatMoney(low), formatMoney(high)];
  return from === to ? from : `${from}–${to}`;
}
