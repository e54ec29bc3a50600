import { type Agreement, computeAlpha } from "@/lib/statistics/alpha";
import type { Share } from "@/lib/statistics/share-result";
import { computeClusterShare, computeShare, computeUndrawnShare } from "@/lib/statistics/share";
import type { ShareItem, ShareUnit } from "@/lib/statistics/share-item";
import type { Sample } from "./combine-draws";
import { groupBy } from "./group-by";
import type { LabelledCall } from "./settle-calls";

/** What the sampled calls are told apart by. */
export type Grouping = "clusterId" | "routeKey";

/** The share of a group, and who labelled it. */
export interface GroupEvidence {
  readonly share: Share;
  /** Distinct raters behind it. */
  readonly raters: number;
  /** How far they agree, over calls with two or more labels. */
  readonly agreement: Agreement;
  /** Labelled calls that no draw selected. They stand outside the share when there is a draw. */
  readonly undrawn: number;
  /** Calls on which the raters do not agree. */
  readonly unsettled: number;
}

/** The share of everything, in a unit. */
export function computeOverallShare(
  sample: Sample,
  labelled: readonly LabelledCall[],
  unit: ShareUnit,
): Share {
  const items = listItems(sample, labelled, "clusterId");
  if (items.length > 0 || labelled.length === 0)
    return computeShare(items, sample.strata, { unit });
  return computeUndrawnShare(labelled.map((call) => undrawnItem(call, "clusterId")));
}

/**
 * The share of each group that has sampled or labelled calls. A group that no draw reached, but
 * somebody labelled, has a share without an interval.
 */
export function computeGroupShares(
  sample: Sample,
  labelled: readonly LabelledCall[],
  grouping: Grouping,
  unit: Exclude<ShareUnit, "call types">,
): Map<string, GroupEvidence> {
  const items = listItems(sample, labelled, grouping);
  const drawn = new Set(sample.calls.map(({ callId }) => callId));
  const labelledBy = groupBy(labelled, (call) => call[grouping]);
  const groups = new Set([...items.map(({ cluster }) => cluster), ...labelledBy.keys()]);
  const sampled = new Set(items.map(({ cluster }) => cluster));
  const strataOf = indexStrata(items, sample.strata);
  const shares = new Map<string, GroupEvidence>();
  for (const group of [...groups].toSorted()) {
    const own = labelledBy.get(group) ?? [];
    const undrawn = own.filter(({ callId }) => !drawn.has(callId));
    const counted = sampled.has(group) ? own.filter(({ callId }) => drawn.has(callId)) : undrawn;
    shares.set(group, {
      share: sampled.has(group)
        ? computeClusterShare(...strataOf(group), group, { unit })
        : computeUndrawnShare(undrawn.map((call) => undrawnItem(call, grouping))),
      raters: new Set(counted.flatMap(({ raterIds }) => raterIds)).size,
      agreement: computeAlpha(counted.map(({ verdicts }) => verdicts)),
      undrawn: undrawn.length,
      unsettled: counted.filter(({ state }) => state === "unsettled").length,
    });
  }
  return shares;
}

/** The strata that a group has items in, with all items of these strata; the others say nothing of it. */
function indexStrata(items: readonly ShareItem[], strata: Sample["strata"]) {
  const byStratum = groupBy(items, ({ stratum }) => stratum);
  const frames = new Map(strata.map((frame) => [frame.id, frame]));
  const byGroup = groupBy(items, ({ cluster }) => cluster);
  return (group: string) => {
    const own = [...new Set((byGroup.get(group) ?? []).map(({ stratum }) => stratum))].toSorted();
    return [
      own.flatMap((id) => byStratum.get(id) ?? []),
      own.flatMap((id) => frames.get(id) ?? []),
    ] as const;
  };
}

/** What {@link listItems} gave for a sample: one page asks for it a dozen times. */
const listed = new WeakMap<Sample, Map<Grouping, { labelled: unknown; items: ShareItem[] }>>();

/** The sampled calls as the statistics take them. */
export function listItems(
  sample: Sample,
  labelled: readonly LabelledCall[],
  grouping: Grouping,
): ShareItem[] {
  const known = listed.get(sample) ?? new Map();
  const kept = known.get(grouping);
  if (kept?.labelled === labelled) return kept.items;
  const items = makeItems(sample, labelled, grouping);
  listed.set(sample, known.set(grouping, { labelled, items }));
  return items;
}

function makeItems(
  sample: Sample,
  labelled: readonly LabelledCall[],
  grouping: Grouping,
): ShareItem[] {
  const verdicts = new Map(labelled.map(({ callId, verdict }) => [callId, verdict]));
  return sample.calls.map((call) => ({
    stratum: call.stratum,
    trace: call.traceId,
    cluster: call[grouping],
    verdict: verdicts.get(call.callId) ?? null,
    inclusionProbability: call.inclusionProbability,
    multiplicity: call.multiplicity,
    spendUsd: call.spendUsd,
    tokens: call.tokens,
    frontier: call.frontier ?? null,
  }));
}

const undrawnItem = (call: LabelledCall, grouping: Grouping): ShareItem => ({
  stratum: call[grouping],
  trace: null,
  cluster: call[grouping],
  verdict: call.verdict,
  inclusionProbability: 1,
  multiplicity: 1,
  spendUsd: null,
  tokens: null,
  frontier: null,
});
