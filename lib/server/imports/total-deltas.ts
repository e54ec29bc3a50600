import type { CountedCall } from "@/db/queries/calls/list-counted-calls";
import type { totalDeltas } from "@/db/schema";
import { SUMMED, totalSums } from "@/lib/calls/total-sums";
import { bucketOf, type DerivedCall } from "./derive-call";

type Delta = typeof totalDeltas.$inferInsert;

/** What a call adds to the kept totals (sign 1), or what is taken back (sign −1). */
export function deltaOf(row: DerivedCall["row"] | CountedCall, sign: 1 | -1): Delta {
  const sums = totalSums(
    {
      errored: row.errored,
      inputTokens: row.inputTokens ?? null,
      cachedInputTokens: row.cachedInputTokens ?? null,
      cacheWriteTokens: row.cacheWriteTokens ?? null,
      outputTokens: row.outputTokens ?? null,
      reasoningTokens: row.reasoningTokens ?? null,
      statedCostUsd: row.statedCostUsd ?? null,
    },
    sign,
  );
  return { workspaceId: row.workspaceId, ...bucketOf(row), ...sums };
}

/** One delta per bucket; buckets in which nothing changes are left out. */
export function sumDeltas(deltas: readonly Delta[]): Delta[] {
  const buckets = new Map<string, Delta>();
  for (const delta of deltas) {
    const { kindId, day, provider, model, environment, tier, costSource } = delta;
    // no text of a bucket holds a NUL
    const key = [kindId, day, provider, model, environment, tier, costSource].join("\0");
    const sum = buckets.get(key);
    if (!sum) buckets.set(key, { ...delta });
    else for (const field of SUMMED) sum[field] = (sum[field] ?? 0) + (delta[field] ?? 0);
  }
  return [...buckets.values()].filter((sum) => SUMMED.some((field) => sum[field]));
}
