import { type PricedTotals, priceTotals, sumPricedTotals } from "@/lib/pricing/price-totals";
import { groupBy } from "./group-by";
import type { TotalBucket } from "./total-bucket";

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

/** The days that the kept totals know of. */
export interface Window {
  /** `YYYY-MM-DD`, UTC; null when no call says when it was. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Calendar days from the first to the last, both counted; null without any. */
  readonly days: number | null;
  /** Calls that do not say when they were. */
  readonly undatedCalls: number;
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
export function computeUsage(buckets: readonly TotalBucket[]): Usage {
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
    cost: sumPricedTotals(buckets.map((bucket) => priceTotals(bucket))),
    models: listModels(buckets),
    window: computeWindow(buckets),
  };
}

function listModels(buckets: readonly TotalBucket[]): ModelUsage[] {
  const byModel = groupBy(buckets, ({ provider, model }) => JSON.stringify([provider, model]));
  return [...byModel.values()]
    .map((own) => ({
      model: own[0]?.model ?? null,
      provider: own[0]?.provider ?? null,
      calls: own.reduce((sum, { calls }) => sum + calls, 0),
      costUsd: sumPricedTotals(own.map((bucket) => priceTotals(bucket))).costUsd,
    }))
    .toSorted((a, b) => b.calls - a.calls || compare(a.model ?? "", b.model ?? ""));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const DAY_MS = 86_400_000;

function computeWindow(buckets: readonly TotalBucket[]): Window {
  const days = buckets.flatMap(({ day }) => day ?? []).toSorted();
  const firstDay = days[0] ?? null;
  const lastDay = days.at(-1) ?? null;
  const undatedCalls = buckets.reduce((sum, { day, calls }) => sum + (day === null ? calls : 0), 0);
  if (firstDay === null || lastDay === null) return { firstDay, lastDay, days: null, undatedCalls };
  const between = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS;
  return { firstDay, lastDay, days: Math.round(between) + 1, undatedCalls };
}

/**
 * The days that a rate may be read from. The totals know days and not hours, so calls of one calendar
 * day may all be of one minute: no rate. From two days on all of them count, which never overstates.
 */
export const rateDays = ({ days }: Window): number | null =>
  days !== null && days >= 2 ? days : null;
