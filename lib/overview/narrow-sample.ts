import type { StratumFrame } from "@/lib/statistics/share-item";
import type { Sample } from "./combine-draws";
import { groupBy } from "./group-by";

/**
 * The part of a sample that a scope looks at. The scope is a domain of the draws: what lies outside
 * does not count, the stored probabilities stay, and each stratum is as large as the calls of its
 * frame within the scope, which are counted and not estimated.
 *
 * @param sizes the strata within the scope; one that is not among them has no call in it
 * @param inScope the ids of the drawn calls in the scope
 */
export function narrowSample(
  sample: Sample,
  sizes: readonly StratumFrame[],
  inScope: ReadonlySet<string>,
): Sample {
  const calls = sample.calls.filter(({ callId }) => inScope.has(callId));
  const byStratum = groupBy(calls, ({ stratum }) => stratum);
  const counted = new Map(sizes.map((size) => [size.id, size]));
  const strata = sample.strata.flatMap((frame) => {
    const seen = (byStratum.get(frame.id) ?? []).reduce((sum, call) => sum + call.multiplicity, 0);
    const size = counted.get(frame.id);
    if (size === undefined && seen === 0) return [];
    // a drawn call that was merged into another may have no place of its own left in the frame
    const frameCalls = Math.max(seen, size?.frameCalls ?? 0);
    const { frameTokens = null, frameSpendUsd = null, frameTraces = null } = size ?? {};
    return [{ id: frame.id, frameCalls, frameTokens, frameSpendUsd, frameTraces }];
  });
  return { calls, strata };
}
