import type { CountedCall } from "@/db/queries/calls/list-counted-calls";
import type { totalDeltas } from "@/db/schema";
import { addSums, totalSums } from "@/lib/calls/total-sums";
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
    const key = JSON.stringify([
      delta.kindId,
      delta.day,
      delta.provider,
      delta.model,
      delta.environment,
      delta.tier,
      delta.costSource,
    ]);
    const one = buckets.get(key);
    buckets.set(key, one ? { ...one, ...addSums(sumsOf(one), sumsOf(delta)) } : delta);
  }
  return [...buckets.values()].filter((delta) => Object.values(sumsOf(delta)).some(Boolean));
}

type Sums = ReturnType<typeof totalSums>;

function sumsOf(delta: Delta): Sums {
  const {
    workspaceId: _w,
    kindId: _k,
    day: _d,
    provider: _p,
    model: _m,
    environment: _e,
    tier: _t,
    ...rest
  } = delta;
  const { costSource: _c, id: _i, ...sums } = rest;
  return sums as Sums;
}
