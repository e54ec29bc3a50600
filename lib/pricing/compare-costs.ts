import { findOverride, type PriceOverrides } from "./price-override";
import { type PriceBucket, priceTotals } from "./price-totals";

/** What sources state a model's calls to cost, beside what their tokens come to. */
export interface CostComparison {
  readonly provider: string | null;
  /** Null when the calls name none. */
  readonly model: string | null;
  readonly calls: number;
  /** Calls whose cost is stated, and whose tokens can be priced as well: what is compared. */
  readonly comparedCalls: number;
  /** US dollars of the compared calls, stated and by their tokens; null when none is compared. */
  readonly statedUsd: number | null;
  readonly computedUsd: number | null;
  /** Stated over computed. */
  readonly ratio: number | null;
  /** Calls that state no cost: tokens times price is all there is. */
  readonly computedOnlyCalls: number;
  /** Why both may differ, or what is unknown; the likeliest first. */
  readonly reasons: readonly string[];
}

type Bucket = PriceBucket & { readonly inputKnown: number; readonly outputKnown: number };

/** Compares stated and computed costs by provider and model, the largest stated cost first. */
export function compareCosts(
  buckets: readonly Bucket[],
  overrides: PriceOverrides,
): CostComparison[] {
  const groups = new Map<string, Bucket[]>();
  for (const bucket of buckets) {
    const key = JSON.stringify([bucket.provider, bucket.model]);
    groups.set(key, [...(groups.get(key) ?? []), bucket]);
  }
  return [...groups.values()]
    .map((own) => compare(own, overrides))
    .toSorted((a, b) => (b.statedUsd ?? -1) - (a.statedUsd ?? -1) || b.calls - a.calls);
}

function compare(own: readonly Bucket[], overrides: PriceOverrides): CostComparison {
  const [first] = own;
  const stated = own.filter(({ costSource }) => costSource === "stated");
  const both = stated.flatMap((bucket) => {
    const tokensKnown = bucket.inputKnown >= bucket.calls && bucket.outputKnown >= bucket.calls;
    if (!tokensKnown) return [];
    const { costUsd } = priceTotals({ ...bucket, costSource: "tokens" }, overrides);
    return costUsd === null ? [] : [{ bucket, costUsd }];
  });
  const count = (rows: readonly Bucket[]) => rows.reduce((sum, { calls }) => sum + calls, 0);
  const statedUsd = both.reduce((sum, { bucket }) => sum + bucket.statedCostUsd, 0);
  const computedUsd = both.reduce((sum, { costUsd }) => sum + costUsd, 0);
  const compared = both.map(({ bucket }) => bucket);
  const facts = {
    provider: first?.provider ?? null,
    model: first?.model ?? null,
    calls: count(own),
    comparedCalls: count(compared),
    statedUsd: compared.length === 0 ? null : statedUsd,
    computedUsd: compared.length === 0 ? null : computedUsd,
    ratio: compared.length === 0 || computedUsd === 0 ? null : statedUsd / computedUsd,
    computedOnlyCalls: count(own.filter(({ costSource }) => costSource === "tokens")),
  };
  const isOwn = findOverride(overrides, { ...facts, day: null }) !== null;
  return { ...facts, reasons: listReasons(facts, own, { isOwn, stated: count(stated) }) };
}

/** Within so much both are taken as equal: sources round. */
const CLOSE = 0.02;

function listReasons(
  { ratio, comparedCalls }: Pick<CostComparison, "ratio" | "comparedCalls">,
  own: readonly Bucket[],
  { isOwn, stated }: { isOwn: boolean; stated: number },
): string[] {
  if (stated > 0 && comparedCalls === 0) {
    return ["no list price, or no tokens, to compare with: add your own price"];
  }
  const silent = own.some(
    ({ costSource, cachedInputKnown, calls }) =>
      costSource !== "unknown" && cachedInputKnown < calls,
  );
  if (ratio === null) {
    return silent ? ["how much of the input a cache served is not stated"] : [];
  }
  if (Math.abs(ratio - 1) <= CLOSE) return [];
  if (ratio < 1) {
    return [
      ...(silent ? ["cached input is not stated, so list price overstates"] : []),
      ...(Math.abs(ratio - 0.5) <= 0.03 ? ["half of the list price, as for batches"] : []),
      isOwn ? "your own price is above what was billed" : "a discount: add it as your own price",
    ];
  }
  return [
    "cache writes, a priority tier or a region that the source does not state",
    isOwn
      ? "your own price is below what was billed"
      : "a dearer contract: add it as your own price",
  ];
}
