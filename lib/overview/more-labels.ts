import { formatCounted } from "@/lib/display/count";
import { formatBar } from "@/lib/display/percent";
import { computeLabelsToBar, computeLabelsToMargin } from "@/lib/statistics/labels-needed";
import type { Share } from "@/lib/statistics/share-result";
import type { ClusterAudit } from "./audit";

/** Points on either side within which a share is known well enough for a talk. */
const MARGIN = 0.05;

/** `70 more labels to ±5 points`; null where nothing is labelled, or no number would do. */
export function describeMargin(share: Share): string | null {
  const more = computeLabelsToMargin(share, MARGIN);
  if (more === null || share.method === "census") return null;
  return more === 0 ? "within ±5 points" : `${formatCounted(more, "more label")} to ±5 points`;
}

/** `13 more viable labels to pass the bar of 80 %`; null where nothing is labelled, or none would do. */
export function describeToBar(share: Share, bar: number): string | null {
  const more = computeLabelsToBar(share, bar);
  if (more === null) return null;
  return more === 0
    ? `over the bar of ${formatBar(bar)}`
    : `${formatCounted(more, "more viable label")} to pass the bar of ${formatBar(bar)}`;
}

/**
 * The cluster in which more labels tell most: spend (calls, where no spend is known) times half the
 * width of the interval, that of a cluster without one being half. Null when each is labelled whole.
 */
export function findBestNext(clusters: readonly ClusterAudit[]): ClusterAudit | null {
  const bySpend = clusters.some(({ usage }) => (usage.cost.costUsd ?? 0) > 0);
  let best: { readonly cluster: ClusterAudit; readonly worth: number } | null = null;
  for (const cluster of clusters) {
    const { usage, evidence } = cluster;
    const weight = bySpend ? (usage.cost.costUsd ?? 0) : usage.calls;
    const worth = weight * uncertaintyOf(evidence?.share ?? null);
    if (worth > (best?.worth ?? 0)) best = { cluster, worth };
  }
  return best?.cluster ?? null;
}

function uncertaintyOf(share: Share | null): number {
  if (share === null || share.interval === null) return 0.5;
  return (share.interval.high - share.interval.low) / 2;
}
