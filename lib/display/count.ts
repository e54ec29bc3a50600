import { DASH, isKnown, THIN } from "./dash";

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** `12,345`; a dash when unknown. */
export function formatCount(count: number | null | undefined): string {
  return isKnown(count) ? minus(whole.format(count)) : DASH;
}

/** `1 label`, `2 labels`; a dash when unknown. */
export function formatCounted(
  count: number | null | undefined,
  one: string,
  many = `${one}s`,
): string {
  return isKnown(count) ? `${formatCount(count)}\u00a0${count === 1 ? one : many}` : DASH;
}

/** `9,999`, then `more than 10,000`: for counts that stop at a limit. */
export function formatCountUpTo(count: number | null | undefined, limit = 10_000): string {
  if (!isKnown(count)) return DASH;
  return count > limit ? `more than ${formatCount(limit)}` : formatCount(count);
}

/** Tokens: `12,345`, from a million on `1.2 M`, from a billion on `1.2 B`. */
export function formatTokens(tokens: number | null | undefined): string {
  if (!isKnown(tokens)) return DASH;
  if (Math.abs(tokens) >= 1e9) return `${minus(oneDigit.format(tokens / 1e9))}${THIN}B`;
  if (Math.abs(tokens) >= 1e6) return `${minus(oneDigit.format(tokens / 1e6))}${THIN}M`;
  return formatCount(tokens);
}

/** Bytes in powers of 1,000: `812 B`, `1.2 kB`, `300 MB`. */
export function formatBytes(bytes: number | null | undefined): string {
  if (!isKnown(bytes)) return DASH;
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && Math.abs(value) < 100 ? oneDigit : whole;
  return `${digits.format(value)}${THIN}${units[unit]}`;
}

/** A true minus sign instead of the hyphen. */
const minus = (text: string): string => text.replace(/^-/, "\u2212");
