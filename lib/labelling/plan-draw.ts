import type { RowId } from "@/lib/ids";
import { finiteSampleSize, wilsonOfShare } from "@/lib/statistics/wilson";

/** What a draw could take from one cluster. */
export type ClusterFrame = {
  clusterId: RowId;
  name: string;
  frameCalls: number;
  /** Pairs: calls of one trace in this cluster, and how many traces hold so many. */
  traceSizes: readonly (readonly [size: number, traces: number])[];
};

export type ClusterPlan = {
  clusterId: RowId;
  name: string;
  frameCalls: number;
  draws: number;
  /** Half the width of the 95 % interval if half of the labels say viable, as a share. */
  expectedMargin: number;
};

/** Seconds that one label takes, for planning; the label screen measures the true pace. */
export const SECONDS_A_LABEL = 20;

/** What a plan would buy in each cluster, before anything is drawn. */
export function planClusters(
  frames: readonly ClusterFrame[],
  plan: { perCluster: number; maxPerTrace: number | null },
): ClusterPlan[] {
  return frames.map(({ clusterId, name, frameCalls, traceSizes }) => {
    const k = plan.maxPerTrace ?? Number.POSITIVE_INFINITY;
    const kept = traceSizes.reduce((sum, [size, traces]) => sum + Math.min(size, k) * traces, 0);
    const draws = Math.min(plan.perCluster, kept);
    return {
      clusterId,
      name,
      frameCalls,
      draws,
      expectedMargin: expectedMargin(draws, frameCalls),
    };
  });
}

/**
 * Half the width of the 95 % Wilson interval at a share of one half, with the finite correction:
 * the widest that a simple random sample of this size gives.
 */
export function expectedMargin(n: number, population: number): number {
  if (n <= 0) return 0.5;
  const { low, high } = wilsonOfShare(0.5, finiteSampleSize(n, population));
  return (high - low) / 2;
}
