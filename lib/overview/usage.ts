import type { PriceOverrides } from "@/lib/pricing/price-override";
import { type PricedTotals, priceTotals, sumPricedTotals } from "@/lib/pricing/price-totals";
import { groupBy } from "./group-by";
import type { TotalBucket } from "./total-bucket";
import { computeWindow, type Window } from "./window";

/** A sum over the calls that say it, and how many those are. */
export interface KnownSum {
  readonly sum: number;
  readonly known: number;
}

export interface ModelUsage {
  /** Null when the calls name none. */
  readonly model: string | null;
  readonly provider: string | null;
  readonly calls: number;
  /** US dollars; null is unknown. */
  readonly costUsd: number | null;
}

/** What some calls used and cost. */
export interface Usage {
  readonly calls: number;
  readonly errored: number;
  readonly inputTokens: KnownSum;
  readonly cachedInputTokens: KnownSum;
  readonly outputTokens: KnownSum;
  readonly cost: PricedTotals;
  /** The most used first. */
  readonly models: readonly ModelUsage[];
  readonly window: Window;
}

/** Adds up buckets, each priced at its own day and tier. */
export function computeUsage(buckets: readonly TotalBucket[], overrides: PriceOverrides): Usage {
  const add = (pick: (bucket: TotalBucket) => number) =>
    buckets.reduce((sum, bucket) => sum + pick(bucket), 0);
  const known = (sum: keyof TotalBucket, count: keyof TotalBucket): KnownSum => ({
    sum: add((bucket) => bucket[sum] as number),
    known: add((bucket) => bucket[count] as number),
  });
  return {
    calls: add((bucket) => bucket.calls),
    errored: add((bucket) => bucket.errored),
    inputTokens: known("inputTokens", "inputKnown"),
    cachedInputTokens: known("cachedInputTokens", "cachedInputKnown"),
    outputTokens: known("outputTokens", "outputKnown"),
    cost: sumPricedTotals(buckets.map((bucket) => priceTotals(bucket, overrides))),
    models: listModels(buckets, overrides),
    window: computeWindow(buckets),
  };
}

function listModels(buckets: readonly TotalBucket[], overrides: PriceOverrides): ModelUsage[] {
  const byModel = groupBy(buckets, ({ provider, model }) => JSON.stringify([provider, model]));
  return [...byModel.values()]
    .map((own) => ({
      model: own[0]?.model ?? null,
      provider: own[0]?.provider ?? null,
      calls: own.reduce((sum, { calls }) => sum + calls, 0),
      costUsd: sumPricedTotals(own.map((bucket) => priceTotals(bucket, overrides))).costUsd,
    }))
    .toSorted((a, b) => b.calls - a.calls || compare(a.model ?? "", b.model ?? ""));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
