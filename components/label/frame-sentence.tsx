import { formatCounted } from "@/lib/display/count";
import type { FrameCounts } from "@/lib/labelling/frame-counts";

/** What can be drawn, and what is left out and why. */
export function FrameSentence({ counts }: { counts: FrameCounts }) {
  const left = [
    counts.waiting > 0
      ? `${formatCounted(counts.waiting, "call")} of ${formatCounted(counts.waitingTraces, "trace")} still arriving wait`
      : null,
    counts.errored > 0 ? `${formatCounted(counts.errored, "call")} failed` : null,
    counts.withoutText > 0
      ? `${formatCounted(counts.withoutText, "call")} have no text to judge`
      : null,
  ].filter((text) => text !== null);
  return (
    <p className="text-muted">
      <span className="font-medium text-ink">
        {formatCounted(counts.drawable, "call")} in {formatCounted(counts.traces, "trace")} and{" "}
        {formatCounted(counts.clusters, "cluster")}
      </span>{" "}
      can be drawn. {left.length === 0 ? "None is left out." : `Left out: ${left.join(", ")}.`}
    </p>
  );
}
