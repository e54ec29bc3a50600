import { calcPrice, type ModelPrice } from "@pydantic/genai-prices";
import { listPriceNames } from "./price-alias";

/** The price book in use; stored with every projection. The date is that of its publication. */
export const PRICE_BOOK = {
  library: "@pydantic/genai-prices",
  version: "0.1.8",
  date: "2026-09-23",
} as const;

/** Why a price is not known. */
export type UnpricedReason =
  | "no model named"
  | "self-hosted"
  | "unknown model"
  | "unknown tokens"
  | "impossible tokens";

/** The prices of a model at a moment, as the price book lists them. */
export interface PriceRow {
  readonly price: ModelPrice;
  /** Input tokens above which the next price tier holds for the whole call, ascending. */
  readonly starts: readonly number[];
  /** Whether the price depends on the time of the day. */
  readonly byTimeOfDay: boolean;
}

/** A memory of a pure function: the book does not change while the program runs. */
const remembered = new Map<string, PriceRow | UnpricedReason>();
const MOST_REMEMBERED = 20_000;

/**
 * The row of the price book for a model at a moment; prices are dated.
 *
 * @param moment ISO 8601 in UTC, or null when unknown: then the date of the price book
 */
export function findPriceRow(
  provider: string | null,
  model: string | null,
  moment: string | null,
): PriceRow | UnpricedReason {
  if (model === null || model.trim() === "") return "no model named";
  const at = moment ?? PRICE_BOOK.date;
  // no name holds a line break, and none is nobody's
  const key = `${at}\n${provider ?? ""}\n${model}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = search(provider, model, new Date(at));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

function search(provider: string | null, model: string, at: Date): PriceRow | UnpricedReason {
  const names = listPriceNames(provider, model);
  if (names === "self-hosted") return "self-hosted";
  for (const { providerId, modelId } of names) {
    const row = ask(modelId, at, providerId);
    if (row !== null) return row;
  }
  return "unknown model";
}

function ask(modelId: string, timestamp: Date, providerId: string | undefined): PriceRow | null {
  try {
    const options = providerId === undefined ? { timestamp } : { timestamp, providerId };
    const found = calcPrice({}, modelId, options);
    if (found === null) return null;
    const { prices } = found.model;
    return {
      price: found.model_price,
      starts: listStarts(found.model_price),
      byTimeOfDay:
        Array.isArray(prices) &&
        prices.some(({ constraint }) => constraint?.type === "time_of_date"),
    };
  } catch {
    // The library throws on a date or a price row that it cannot read: unknown, not a failure.
    return null;
  }
}

function listStarts(price: ModelPrice): number[] {
  const starts = new Set<number>();
  for (const value of Object.values(price)) {
    if (typeof value === "object") for (const { start } of value.tiers) starts.add(start);
  }
  return [...starts].toSorted((a, b) => a - b);
}
