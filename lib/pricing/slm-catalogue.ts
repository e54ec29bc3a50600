import { findOverride, type PriceOverrides } from "./price-override";
import type { Slm } from "./slm";
import { SLM_ROWS } from "./slm-rows";
import { ratesOfOverride, type UnitRates } from "./unit-rates";

/** The candidates we know by name, in order of size. */
export const SLM_CATALOGUE: readonly Slm[] = SLM_ROWS;

/** The candidate that a projection assumes until somebody chooses: small, open, with a list price. */
export const DEFAULT_CANDIDATE: Slm = getSlm("phi-4-mini") ?? (SLM_ROWS[0] as Slm);

/** The candidate of this id; null when the catalogue has none. */
export function getSlm(id: string): Slm | null {
  return SLM_CATALOGUE.find((slm) => slm.id === id) ?? null;
}

/**
 * A candidate's rates per token: the workspace's own price under its id here or its name in the list,
 * else the list price, for which no cache discount is assumed; null without either.
 */
export function ratesOfSlm(slm: Slm, overrides: PriceOverrides): UnitRates | null {
  for (const model of [slm.id, slm.price?.listedAs ?? null]) {
    const own = findOverride(overrides, { provider: null, model, day: null });
    if (own !== null) return ratesOfOverride(own);
  }
  if (slm.price === null) return null;
  const input = slm.price.inputPer1M / 1e6;
  const output = slm.price.outputPer1M / 1e6;
  return { input, cachedInput: input, cacheWrite: input, output, request: 0 };
}
