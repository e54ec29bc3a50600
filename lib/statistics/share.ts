import { combineShares } from "./combine";
import { listDomainFrames } from "./domain-frames";
import { describeMethod } from "./method";
import { type Cell, estimateCell } from "./share-cell";
import { type ShareItem, type ShareUnit, type StratumFrame, totalOf } from "./share-item";
import { bandOf, countTraces, countVerdicts, mixPortions, type Share } from "./share-result";
import { computeTraceEffect, worthOf } from "./trace-effect";

/**
 * THE viable share of what some draws selected: one definition for every page, export and plan.
 *
 * An estimate per stratum (see {@link estimateCell}), weighted by the strata's known totals in the unit
 * (a stratified mean; for tokens and spend a separate ratio estimate). Unsure counts against. For
 * `call types` each cluster is one, unweighted; `frontier spend` is the spend of the domain of frontier
 * calls. The 95 % interval is Wilson's, stratified ({@link combineShares}), each stratum worth its
 * effective items: fewer for unequal sizes, fewer again where items share traces
 * ({@link computeTraceEffect}), more in a small population, without end where all of it is labelled.
 * Strata without a label are not guessed: `coveredCalls` tells how much of `frameCalls` the value
 * speaks of.
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
  if (unit === "frontier spend") {
    const isFrontier = ({ frontier }: ShareItem) => frontier === true;
    const frames = listDomainFrames(items, strata, isFrontier);
    return { ...computeShare(items.filter(isFrontier), frames, { unit: "spend" }), unit };
  }
  const cells =
    unit === "call types" ? cellsOfCallTypes(items, strata) : cellsOfStrata(items, strata, unit);
  return assemble(unit, items, strata, cells);
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
  const { own, frames } = domainOf(items, strata, cluster);
  return computeShare(own, frames, { unit });
}

/**
 * The share among labelled calls that no draw selected: a value without an interval, because
 * nothing says how these calls stand for the others.
 */
export function computeUndrawnShare(items: readonly ShareItem[]): Share {
  const labelled = items.filter((item) => item.verdict !== null);
  const counts = countVerdicts(items);
  const n = labelled.length;
  const portions =
    n === 0
      ? null
      : {
          viable: counts.viable / n,
          no_model_needed: counts.noModelNeeded / n,
          unsure: counts.unsure / n,
          not_viable: counts.notViable / n,
        };
  return {
    unit: "calls",
    value: bandOf(portions).unsureAgainst,
    interval: null,
    method: "none",
    why: "No draw selected these calls: they are not a random sample, so nothing says how far the others differ.",
    n,
    traces: countTraces(labelled),
    counts,
    portions,
    band: bandOf(portions),
    frameCalls: items.length,
    coveredCalls: n,
  };
}

const domainOf = (
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  cluster: string,
) => {
  const belongs = (item: ShareItem) => item.cluster === cluster;
  return { own: items.filter(belongs), frames: listDomainFrames(items, strata, belongs) };
};

function cellsOfStrata(
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  unit: ShareUnit,
): Cell[] {
  return strata.flatMap((frame) => {
    const weight = totalOf(frame, unit);
    if (weight === null) return [];
    return [
      {
        items: items.filter((item) => item.stratum === frame.id),
        weight,
        population: frame.frameCalls,
        populationTraces: frame.frameTraces ?? null,
      },
    ];
  });
}

/** Each cluster weighs 1, its strata within it as their calls. Clusters without a label weigh nothing. */
function cellsOfCallTypes(items: readonly ShareItem[], strata: readonly StratumFrame[]): Cell[] {
  return [...new Set(items.map(({ cluster }) => cluster))].toSorted().flatMap((cluster) => {
    const { own, frames } = domainOf(items, strata, cluster);
    const cells = cellsOfStrata(own, frames, "calls").filter((cell) =>
      cell.items.some(({ verdict }) => verdict !== null),
    );
    const whole = cells.reduce((sum, { weight }) => sum + weight, 0);
    return cells.map((cell) => ({ ...cell, weight: cell.weight / whole }));
  });
}

function assemble(
  unit: ShareUnit,
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  cells: readonly Cell[],
): Share {
  const estimates = cells.flatMap((cell) => estimateCell(cell, unit) ?? []);
  const traced = computeTraceEffect(estimates);
  const combined = combineShares(
    estimates.map((cell) => ({ ...cell, effectiveItems: worthOf(cell, traced) })),
  );
  const portions = mixPortions(estimates);
  const used = estimates.flatMap((cell) => cell.used);
  const counts = countVerdicts(items);
  const value = combined?.value ?? null;
  return {
    unit,
    value,
    interval: combined?.interval ?? null,
    ...describeMethod(unit, counts, estimates, traced),
    n: used.length,
    traces: countTraces(used),
    counts,
    portions,
    band: { ...bandOf(portions), unsureAgainst: value },
    frameCalls: strata.reduce((sum, { frameCalls }) => sum + frameCalls, 0),
    coveredCalls: estimates.reduce((sum, { population }) => sum + population, 0),
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
