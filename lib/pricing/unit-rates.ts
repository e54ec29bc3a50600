import type { ModelPrice } from "@pydantic/genai-prices";
import { findOverride, type PriceOverride, type PriceOverrides } from "./price-override";
import { findPriceRow, type UnpricedReason } from "./price-row";
import { readTier } from "./price-tier";

/** US dollars per token (and per request) in one price tier. */
export interface UnitRates {
  /** Input tokens neither read from a cache nor written to one. */
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly output: number;
  /** US dollars per call, for the few models that ask for it. */
  readonly request: number;
}

export interface RateQuestion {
  readonly provider: string | null;
  readonly model: string | null;
  /** The UTC day of the calls, `YYYY-MM-DD`; null takes the date of the price book. */
  readonly day: string | null;
  /** See {@link priceTier}. */
  readonly tier: number;
}

/**
 * What a token of each kind costs. A kind without a price of its own costs what its parent does: a
 * cached or written token is an input token.
 *
 * @returns the reason when the price is not known
 */
export function unitRates(
  { provider, model, day, tier }: RateQuestion,
  overrides: PriceOverrides = [],
): UnitRates | UnpricedReason {
  const own = findOverride(overrides, { provider, model, day });
  if (own !== null) return ratesOfOverride(own);
  const { bySize, moment } = readTier(tier, day);
  const row = findPriceRow(provider, model, moment);
  if (typeof row === "string") return row;
  const size = bySize === 0 ? 0 : (row.starts[bySize - 1] ?? row.starts.at(-1) ?? 0) + 1;
  const input = perUnit(row.price, "input_mtok", 1e6, size);
  if (input === null) return isFree(model, row.price) ? FREE : "unknown model";
  return {
    input,
    cachedInput: perUnit(row.price, "cache_read_mtok", 1e6, size) ?? input,
    cacheWrite: perUnit(row.price, "cache_write_mtok", 1e6, size) ?? input,
    output: perUnit(row.price, "output_mtok", 1e6, size) ?? 0,
    request: perUnit(row.price, "requests_kcount", 1e3, size) ?? 0,
  };
}

/** An own price per token: a kind of input without a price of its own costs what others do. */
export function ratesOfOverride(own: PriceOverride): UnitRates {
  return {
    input: own.inputUsd / 1e6,
    cachedInput: (own.cachedInputUsd ?? own.inputUsd) / 1e6,
    cacheWrite: (own.cacheWriteUsd ?? own.inputUsd) / 1e6,
    output: own.outputUsd / 1e6,
    request: 0,
  };
}

const FREE: UnitRates = { input: 0, cachedInput: 0, cacheWrite: 0, output: 0, request: 0 };

/** An empty row is a missing price, but for the hosts' free variants. */
const isFree = (model: string | null, price: ModelPrice): boolean =>
  model?.endsWith(":free") === true && Object.keys(price).length === 0;

function perUnit(price: ModelPrice, key: string, per: number, inputTokens: number): number | null {
  const listed = price[key];
  if (listed === undefined) return null;
  if (typeof listed === "number") return listed / per;
  const tier = listed.tiers.findLast(({ start }) => inputTokens > start);
  return (tier?.price ?? listed.base) / per;
}
