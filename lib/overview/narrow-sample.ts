import type { StratumFrame } from "@/lib/statistics/share-item";
import { type Sample, standingAmong } from "./combine-draws";
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
  const standing = standingAmong(sample.strata);
  const counted = groupBy(sizes, ({ id }) => standing(id));
  const strata = sample.strata.flatMap(({ id }) => {
    const seen = (byStratum.get(id) ?? []).reduce((sum, call) => sum + call.multiplicity, 0);
    const own = counted.get(id) ?? [];
    if (own.length === 0 && seen === 0) return [];
    const add = (side: Exclude<keyof StratumFrame, "id">) =>
      sumKnown(own.map((size) => size[side]));
    return [
      {
        id,
        // a drawn call that was merged into another may have no place of its own left in the frame
        frameCalls: Math.max(seen, add("frameCalls") ?? 0),
        frameTokens: add("frameTokens"),
        frameSpendUsd: add("frameSpendUsd"),
        frameTraces: add("frameTraces"),
      },
    ];
  });
  return { calls, strata };
}

/** Null when nothing is known: an unknown total is not zero. */
function sumKnown(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => typeof value === "number");
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
