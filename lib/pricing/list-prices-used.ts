import { findOverride, type PriceOverrides } from "./price-override";
import { PRICE_BOOK } from "./price-row";
import type { PriceBucket } from "./price-totals";
import { type UnitRates, unitRates } from "./unit-rates";

/** A price that some calls were priced with; US dollars per million tokens. */
export interface UsedPrice {
  readonly provider: string | null;
  readonly model: string;
  /** Which of the model's prices by size: 0 is the base. Hours of a day stand apart where they differ. */
  readonly tier: number;
  readonly input: number;
  readonly cached_input: number;
  readonly cache_write: number;
  readonly output: number;
  readonly source: "list" | "own";
  /** The date of the list, or from when the own price holds; null is from ever. */
  readonly as_of: string | null;
  /** First and last day of the calls that it priced; null when they do not say. */
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** The prices behind the cost of some calls, each once with the days that it was used for. */
export function listPricesUsed(
  buckets: readonly Pick<PriceBucket, "provider" | "model" | "day" | "tier">[],
  overrides: PriceOverrides,
): UsedPrice[] {
  const used = new Map<string, UsedPrice>();
  for (const bucket of buckets) {
    const price = priceOf(bucket, overrides);
    if (price === null) continue;
    const { first_day: _, last_day: __, ...terms } = price;
    const key = JSON.stringify(terms);
    const before = used.get(key);
    used.set(key, before === undefined ? price : widen(before, bucket.day));
  }
  return [...used.values()].toSorted((a, b) => compare(keyOf(a), keyOf(b)));
}

function priceOf(
  bucket: Pick<PriceBucket, "provider" | "model" | "day" | "tier">,
  overrides: PriceOverrides,
): UsedPrice | null {
  const { provider, model, day, tier } = bucket;
  const rates = unitRates(bucket, overrides);
  if (model === null || typeof rates === "string") return null;
  const own = findOverride(overrides, bucket);
  return {
    provider,
    model,
    tier: tier % 10,
    ...perMillion(rates),
    source: own === null ? "list" : "own",
    as_of: own === null ? PRICE_BOOK.date : own.validFrom,
    first_day: day,
    last_day: day,
  };
}

/** Rates per token as prices per million, without the dust of floating point. */
export const perMillion = (rates: UnitRates) => ({
  input: clean(rates.input),
  cached_input: clean(rates.cachedInput),
  cache_write: clean(rates.cacheWrite),
  output: clean(rates.output),
});

const clean = (usd: number): number => Number((usd * 1e6).toPrecision(12));

function widen(price: UsedPrice, day: string | null): UsedPrice {
  if (day === null) return price;
  const { first_day: first, last_day: last } = price;
  return {
    ...price,
    first_day: first === null || day < first ? day : first,
    last_day: last === null || day > last ? day : last,
  };
}

const keyOf = ({ provider, model, tier, first_day }: UsedPrice): string =>
  JSON.stringify([model, provider ?? "", tier, first_day ?? ""]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
