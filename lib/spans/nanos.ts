import { parseTime } from "@/lib/formats/parse-time";

const FRACTION = /[.,](\d{1,9})/u;

/**
 * A moment as Unix nanoseconds, from ISO 8601 (without a zone it is UTC) or from an epoch number,
 * also as text, whose unit its size tells: seconds (also with a fraction), milli-, micro- or
 * nanoseconds. Null for anything else.
 */
export function nanosOf(value: unknown): string | null {
  if (typeof value === "number") return ofNumber(value);
  if (value instanceof Date) return ofNumber(value.getTime());
  if (typeof value !== "string" || value === "") return null;
  if (/^\d{17,20}$/u.test(value)) return value;
  if (/^\d+(?:\.\d+)?$/u.test(value)) return ofNumber(Number(value));
  const parsed = parseTime(value);
  if (parsed === null) return null;
  const millis = Date.parse(parsed.at);
  if (millis < 0) return null;
  const digits = (FRACTION.exec(value)?.[1] ?? "").padEnd(9, "0").slice(3);
  return `${BigInt(millis) * 1_000_000n + BigInt(digits)}`;
}

/** Seconds are below 10^11 until the year 5138, milliseconds below 10^14, microseconds below 10^17. */
function ofNumber(value: number): string | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  if (value >= 1e17) return value < 1e20 ? BigInt(Math.round(value)).toString() : null;
  const perUnit = value < 1e11 ? 1e9 : value < 1e14 ? 1e6 : 1e3;
  const whole = Math.trunc(value);
  const rest = Math.round((value - whole) * perUnit);
  return (BigInt(whole) * BigInt(perUnit) + BigInt(rest)).toString();
}
