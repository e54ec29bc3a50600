import { parseTime } from "@/lib/formats/parse-time";

/** The years in which a number is taken for a time: 2001 to 2100. */
const [EARLIEST, LATEST] = [978_307_200, 4_102_444_800];

/**
 * A moment as logs write it, as ISO 8601 in UTC to the millisecond: ISO text, or seconds,
 * milliseconds, microseconds or nanoseconds since 1970, told apart by their size. Null for all else.
 */
export function momentOf(value: unknown): { at: string; assumedUtc: boolean } | null {
  if (typeof value === "string") {
    const digits = /^\d{9,19}(?:\.\d+)?$/u.test(value.trim());
    return digits ? momentOf(Number(value)) : parseTime(value);
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  for (const unit of [1, 1e3, 1e6, 1e9]) {
    const seconds = value / unit;
    if (seconds < EARLIEST || seconds >= LATEST) continue;
    return { at: new Date(Math.round(seconds * 1000)).toISOString(), assumedUtc: false };
  }
  return null;
}
