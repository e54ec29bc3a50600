import { findPriceRow } from "./price-row";

/** Tiers by size are 0 to 9; the half hour of the day comes before them. */
const BY_SIZE = 10;

/**
 * Which of a model's prices holds for a call, so that calls of one tier can be added up and priced
 * together. The last digit is the tier by input tokens (0 = base; the higher price holds for the
 * whole call). For the few models whose price depends on the time of the day, the tens are
 * 1 + the half hour of the UTC day (1 to 48).
 *
 * @param inputTokens all input tokens, cached ones included; null counts as base
 * @param startedAt ISO 8601 in UTC, or null
 * @returns 0 for a model without a known price
 */
export function priceTier(
  provider: string | null,
  model: string | null,
  inputTokens: number | null,
  startedAt: string | null,
): number {
  const row = findPriceRow(provider, model, startedAt === null ? null : startedAt.slice(0, 10));
  if (typeof row === "string") return 0;
  const size = row.starts.filter((start) => (inputTokens ?? 0) > start).length;
  const bySize = Math.min(size, BY_SIZE - 1);
  if (!row.byTimeOfDay || startedAt === null) return bySize;
  const time = new Date(startedAt);
  const halfHour = time.getUTCHours() * 2 + Math.floor(time.getUTCMinutes() / 30);
  return bySize + BY_SIZE * (1 + halfHour);
}

/**
 * The tier by size, and a moment at which the tier's price holds.
 *
 * @param day `YYYY-MM-DD`, or null when unknown
 */
export function readTier(
  tier: number,
  day: string | null,
): { readonly bySize: number; readonly moment: string | null } {
  const bySize = tier % BY_SIZE;
  const halfHour = Math.floor(tier / BY_SIZE) - 1;
  if (day === null || halfHour < 0) return { bySize, moment: day };
  const hour = String(Math.floor(halfHour / 2)).padStart(2, "0");
  return { bySize, moment: `${day}T${hour}:${halfHour % 2 === 0 ? "00" : "30"}:00Z` };
}
