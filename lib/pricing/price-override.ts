/** What a workspace pays for a model, where that differs from the list. US dollars a million tokens. */
export interface PriceOverride {
  readonly id: string;
  /** Null means whoever serves the model. */
  readonly provider: string | null;
  readonly model: string;
  readonly inputUsd: number;
  /** Null means that cached tokens cost what others do. */
  readonly cachedInputUsd: number | null;
  readonly cacheWriteUsd: number | null;
  readonly outputUsd: number;
  /** `YYYY-MM-DD`: the first UTC day it holds for; null is from ever. */
  readonly validFrom: string | null;
  readonly note: string | null;
}

/** A workspace's own prices, those in use. */
export type PriceOverrides = readonly PriceOverride[];

/**
 * The own price of a model on a day: one that names the provider comes before one that does not, and
 * of several the one that began last. An unknown day takes the newest.
 */
export function findOverride(
  overrides: PriceOverrides,
  asked: {
    readonly provider: string | null;
    readonly model: string | null;
    readonly day: string | null;
  },
): PriceOverride | null {
  if (overrides.length === 0 || asked.model === null) return null;
  const model = fold(asked.model);
  const provider = fold(asked.provider ?? "");
  let best: PriceOverride | null = null;
  for (const own of overrides) {
    if (fold(own.model) !== model) continue;
    if (own.provider !== null && fold(own.provider) !== provider) continue;
    if (own.validFrom !== null && asked.day !== null && own.validFrom > asked.day) continue;
    if (best === null || isNearer(own, best)) best = own;
  }
  return best;
}

function isNearer(one: PriceOverride, other: PriceOverride): boolean {
  if ((one.provider === null) !== (other.provider === null)) return one.provider !== null;
  return (one.validFrom ?? "") > (other.validFrom ?? "");
}

const fold = (name: string): string => name.trim().toLowerCase();
