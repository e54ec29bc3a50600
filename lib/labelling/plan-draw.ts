import type { RowId } from "@/lib/ids";
import type { Interval } from "@/lib/statistics/interval";
import { finiteSampleSize, wilsonOfShare } from "@/lib/statistics/wilson";
import { type AllocationPlan, planStrata } from "./plan-strata";

type Sizes = readonly (readonly [size: number, traces: number])[];

/** What a draw could take from one cluster, and what its labels have come to so far. */
export type ClusterFrame = {
  clusterId: RowId;
  name: string;
  frameCalls: number;
  /** US dollars; null when no call's cost is known. */
  frameSpendUsd: number | null;
  /** Pairs: calls of one trace in this cluster, and how many traces hold so many. */
  traceSizes: Sizes;
  /** The same with near-duplicates as one. */
  unitSizes: Sizes;
  /** Settled calls, and those of them that count as viable. */
  settled: number;
  viable: number;
};

/** What a person chooses, as far as it decides how many labels there will be. */
export type PlanChoice = AllocationPlan & {
  maxPerTrace: number | null;
  collapseAlike: boolean;
  slotsPerItem: number;
  secondShare: number;
};

export type ClusterPlan = Pick<
  ClusterFrame,
  "clusterId" | "name" | "frameCalls" | "frameSpendUsd" | "settled"
> & {
  draws: number;
  /** The share so far, 0..1, that the expectation goes by; null takes one half, the widest. */
  shareSoFar: number | null;
  /** The 95 % interval if the share comes out so; null when nothing is drawn. */
  expected: Interval | null;
  /** The low end of the interval if every label says viable; null when nothing is drawn. */
  withoutMiss: number | null;
  /** So many labels with no miss would prove {@link PROOF}. */
  toProve: number;
};

export type DrawPlanned = {
  clusters: ClusterPlan[];
  items: number;
  /** Labels in all, those of the second share among them as far as can be told beforehand. */
  labels: number;
  secondLabels: number;
};

/** Seconds that one label takes, until the team's own decisions tell. */
export const SECONDS_A_LABEL = 20;

/** The share that the planner says how to prove. */
export const PROOF = 0.95;

/** What a plan would buy in each cluster, before anything is drawn. */
export function planDraw(frames: readonly ClusterFrame[], choice: PlanChoice): DrawPlanned {
  const totals = frames.map(({ clusterId, frameCalls, frameSpendUsd, ...frame }) => ({
    clusterId,
    frameCalls,
    frameSpendUsd,
    part: 1,
    frameTokens: null,
    frameTraces: 0,
    keptUnits: keptOf(choice.collapseAlike ? frame.unitSizes : frame.traceSizes, choice),
  }));
  const verdicts = new Map(frames.map((frame) => [frame.clusterId, frame]));
  const drawn = planStrata(totals, choice, verdicts).map((stratum) => stratum.drawn);
  const clusters = frames.map((frame, at) =>
    planCluster(frame, drawn[at] ?? 0, choice.collapseAlike),
  );
  const items = clusters.reduce((sum, { draws }) => sum + draws, 0);
  const secondLabels = Math.round(items * choice.secondShare);
  return { clusters, items, labels: items * choice.slotsPerItem + secondLabels, secondLabels };
}

/** Units left once at most k of a trace are kept. */
const keptOf = (sizes: Sizes, { maxPerTrace }: PlanChoice): number =>
  sizes.reduce((sum, [size, traces]) => sum + Math.min(size, maxPerTrace ?? size) * traces, 0);

function planCluster(frame: ClusterFrame, draws: number, collapsed: boolean): ClusterPlan {
  const { clusterId, name, frameCalls, frameSpendUsd, settled, viable } = frame;
  const population = collapsed
    ? frame.unitSizes.reduce((sum, [size, traces]) => sum + size * traces, 0)
    : frameCalls;
  const shareSoFar = settled === 0 ? null : viable / settled;
  return {
    clusterId,
    name,
    frameCalls,
    frameSpendUsd,
    settled,
    draws,
    shareSoFar,
    expected: expectedInterval(shareSoFar ?? 0.5, draws, population),
    withoutMiss: expectedInterval(1, draws, population)?.low ?? null,
    toProve: labelsToProve(PROOF, population),
  };
}

/**
 * The 95 % interval that results will show if n calls of a cluster come out at this share: Wilson with the
 * finite correction, as for independent calls of one stratum. Calls of one trace are alike, so what comes
 * out can be wider.
 *
 * @returns null when nothing is drawn
 */
export function expectedInterval(share: number, n: number, population: number): Interval | null {
  return n <= 0 ? null : wilsonOfShare(share, finiteSampleSize(n, population));
}

/** The fewest labels, all of them viable, whose interval lies at `target` or above. */
export function labelsToProve(target: number, population: number): number {
  let [low, high] = [1, population];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((expectedInterval(1, middle, population)?.low ?? 0) >= target) high = middle;
    else low = middle + 1;
  }
  return high;
}
