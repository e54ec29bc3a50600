import { combineIntervals } from "./combine";
import { type ShareItem, type ShareUnit, type StratumFrame, totalOf } from "./share-item";
import {
  bandOf,
  countTraces,
  countVerdicts,
  mixPortions,
  type Portions,
  type Share,
  type ShareMethod,
} from "./share-result";
import { computeStratumShare, type StratumShare } from "./stratum-share";
import { listDomainFrames } from "./domain-frames";

/** The seed of every bootstrap: the same labels give the same interval, everywhere. */
const SEED = "assay share v1";

/**
 * THE viable share of what some draws selected: one definition for every page, export and plan.
 *
 * An estimate per stratum (see {@link computeStratumShare}), weighted by the strata's known totals in
 * the unit (a stratified mean; for tokens and spend a separate ratio estimate), the intervals
 * combined as those of independent strata. Unsure counts against. For `call types` each cluster is
 * one, unweighted. Strata without a label are not guessed: `coveredCalls` tells how much of
 * `frameCalls` the value speaks of. Calls of one trace in different strata are taken as independent.
 *
 * @param items every item drawn, labelled or not
 * @param strata the frames of all strata the items come from
 * @throws RangeError for an item of an unknown stratum, or an impossible probability or multiplicity
 */
export function computeShare(
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  { unit }: { readonly unit: ShareUnit },
): Share {
  refuseImpossible(items, strata);
  if (unit === "call types") return computeCallTypeShare(items, strata);
  const parts = strata
    .map((frame) => {
      const own = items.filter((item) => item.stratum === frame.id);
      const weight = totalOf(frame, unit);
      const share = computeStratumShare(own, frame.frameCalls, unit, `${SEED} ${frame.id}`);
      return { frame, weight, share };
    })
    .filter((part) => part.share !== null && part.weight !== null) as Part[];
  const frameCalls = strata.reduce((sum, { frameCalls }) => sum + frameCalls, 0);
  const used = parts.flatMap(({ share }) => share.used);
  return assemble({
    unit,
    parts: parts.map(({ share, weight }) => ({ ...share, weight })),
    counts: countVerdicts(items),
    n: used.length,
    traces: countTraces(used),
    frameCalls,
    coveredCalls: parts.reduce((sum, { frame }) => sum + frame.frameCalls, 0),
  });
}

/**
 * The share of one cluster. After re-clustering a cluster is a domain of the draw: its size within
 * each stratum is estimated with the stored weights (exact where it is the whole stratum).
 */
export function computeClusterShare(
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  cluster: string,
  { unit }: { readonly unit: Exclude<ShareUnit, "call types"> },
): Share {
  refuseImpossible(items, strata);
  const domain = items.filter((item) => item.cluster === cluster);
  return computeShare(domain, listDomainFrames(items, strata, cluster), { unit });
}

/**
 * The share among labelled calls that no draw selected: a value without an interval, because
 * nothing says how these calls stand for the others.
 */
export function computeUndrawnShare(items: readonly ShareItem[]): Share {
  const labelled = items.filter((item) => item.verdict !== null);
  const counts = countVerdicts(items);
  const portions = labelled.length === 0 ? null : portionsOfCounts(counts, labelled.length);
  return {
    unit: "calls",
    value: bandOf(portions).unsureAgainst,
    interval: null,
    method: "none",
    why: "No draw selected these calls: they are not a random sample, so nothing says how far the others differ.",
    n: labelled.length,
    traces: countTraces(labelled),
    counts,
    portions,
    band: bandOf(portions),
    frameCalls: items.length,
    coveredCalls: labelled.length,
  };
}

interface Part {
  readonly frame: StratumFrame;
  readonly weight: number;
  readonly share: StratumShare;
}

/** What {@link assemble} needs of a stratum, or of a cluster among call types. */
type Estimate = Pick<StratumShare, "portions" | "value" | "interval" | "why"> & {
  readonly method: ShareMethod;
  readonly weight: number;
};

function computeCallTypeShare(items: readonly ShareItem[], strata: readonly StratumFrame[]): Share {
  const clusters = [...new Set(items.map((item) => item.cluster))].toSorted();
  const shares = clusters.map((cluster) =>
    computeClusterShare(items, strata, cluster, { unit: "calls" }),
  );
  const parts: Estimate[] = [];
  for (const { portions, value, interval, method, why } of shares) {
    if (portions === null || value === null || interval === null) continue;
    parts.push({ portions, value, interval, method, why, weight: 1 });
  }
  const labelled = items.filter((item) => item.verdict !== null);
  return assemble({
    unit: "call types",
    parts,
    counts: countVerdicts(items),
    n: labelled.length,
    traces: countTraces(labelled),
    frameCalls: strata.reduce((sum, { frameCalls }) => sum + frameCalls, 0),
    coveredCalls: shares.reduce((sum, { coveredCalls }) => sum + coveredCalls, 0),
  });
}

function assemble({
  unit,
  parts,
  ...facts
}: Pick<Share, "unit" | "counts" | "n" | "traces" | "frameCalls" | "coveredCalls"> & {
  readonly parts: readonly Estimate[];
}): Share {
  const combined = combineIntervals(parts);
  const portions = mixPortions(parts);
  const value = combined?.value ?? null;
  return {
    unit,
    value,
    interval: combined?.interval ?? null,
    method: combined === null ? "none" : methodOf(parts),
    why: combined === null ? whyNothing(unit, facts.counts, facts.n) : whyOf(parts),
    ...facts,
    portions,
    band: { ...bandOf(portions), unsureAgainst: value },
  };
}

function methodOf(parts: readonly Estimate[]): ShareMethod {
  if (parts.length === 1) return parts[0]?.method ?? "none";
  if (parts.every(({ method }) => method === "census")) return "census";
  if (parts.some(({ method }) => method === "bootstrap over traces"))
    return "bootstrap over traces";
  return "stratified";
}

function whyOf(parts: readonly Estimate[]): string | null {
  const reasons = new Set(parts.flatMap(({ why }) => (why === null ? [] : [why])));
  if (reasons.size === 0) return null;
  return `${parts.length === 1 ? "" : "In some strata: "}${[...reasons].join(" ")}`;
}

function whyNothing(unit: ShareUnit, counts: Share["counts"], n: number): string {
  const labelled = counts.viable + counts.noModelNeeded + counts.unsure + counts.notViable;
  if (labelled === 0) return "No call is labelled yet.";
  return n > 0 || unit === "call types"
    ? "The labelled calls weigh nothing in this unit."
    : `The ${unit} of the labelled calls, or of their strata, are not known.`;
}

function portionsOfCounts(counts: Share["counts"], n: number): Portions {
  return {
    viable: counts.viable / n,
    no_model_needed: counts.noModelNeeded / n,
    unsure: counts.unsure / n,
    not_viable: counts.notViable / n,
  };
}

function refuseImpossible(items: readonly ShareItem[], strata: readonly StratumFrame[]): void {
  const known = new Set(strata.map(({ id }) => id));
  for (const { stratum, inclusionProbability, multiplicity } of items) {
    if (!known.has(stratum)) throw new RangeError(`No frame is given for stratum ${stratum}.`);
    if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
      throw new RangeError(`An inclusion probability lies in (0, 1], not ${inclusionProbability}.`);
    }
    if (!(multiplicity >= 1)) {
      throw new RangeError(`A multiplicity is at least 1, not ${multiplicity}.`);
    }
  }
}
