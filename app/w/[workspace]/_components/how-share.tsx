import { formatCount, formatCounted } from "@/lib/display/count";
import { formatPercent, formatShare } from "@/lib/display/percent";
import type { StratumPart } from "@/lib/overview/stratum-parts";
import { coverageOfSize, SIMULATED_SAMPLES } from "@/lib/statistics/coverage-of-size";
import type { Share } from "@/lib/statistics/share-result";
import { HowTable } from "./how-table";

/** The arithmetic of a viable share: counts, strata, weights, interval, and what it does not speak of. */
export function HowShare(props: {
  share: Share;
  /** The strata that make it up, when there are several. */
  strata?: readonly StratumPart[];
  /** All calls, whether in a frame or not. */
  calls: number;
}) {
  const { share, calls } = props;
  const strata = props.strata ?? [];
  const { counts, band } = share;
  const outside = Math.max(0, calls - share.frameCalls);
  return (
    <>
      <p>
        (viable {formatCount(counts.viable)} + no model needed {formatCount(counts.noModelNeeded)})
        out of {formatCounted(share.n, "labelled call")} of {formatCounted(share.traces, "trace")};
        unsure {formatCount(counts.unsure)} and not viable {formatCount(counts.notViable)} count
        against. {formatCounted(counts.unlabelled, "drawn call")} still{" "}
        {counts.unlabelled === 1 ? "waits" : "wait"}.
      </p>
      {strata.length > 1 ? (
        <HowTable
          head={["stratum", `weight (${share.unit})`, "share [95 %]", "labels"]}
          rows={strata.map((part) => ({
            id: part.id,
            cells: [
              part.name,
              formatPercent(part.weight, 1),
              formatShare(part.share.value, part.share.interval),
              formatCount(part.share.n),
            ],
          }))}
          foot={["Σ weight × share", "", formatShare(share.value, share.interval), ""]}
        />
      ) : null}
      <p>
        Interval: {METHODS[share.method]} {share.why}
      </p>
      <SimulatedCoverage share={share} />
      {share.value === null ? null : (
        <p>
          Unsure left out {formatPercent(band.unsureLeftOut)}, counted against{" "}
          {formatPercent(band.unsureAgainst)}, counted for {formatPercent(band.unsureFor)}.
        </p>
      )}
      <p>
        It speaks of {formatCount(Math.round(share.coveredCalls))} of{" "}
        {formatCount(Math.round(share.frameCalls))} calls that could be drawn
        {outside >= 1 ? `; ${formatCount(Math.round(outside))} more calls lie outside` : ""}.
      </p>
    </>
  );
}

/** How such an interval fared where the truth was known. */
function SimulatedCoverage({ share }: { share: Share }) {
  const size = coverageOfSize(share);
  if (size === null) return null;
  const { labels, traces, share: at, covered } = size;
  return (
    <p>
      Simulated coverage {formatPercent(covered)} at this size: so many of{" "}
      {formatCount(SIMULATED_SAMPLES)} intervals of {formatCounted(labels, "label")} of{" "}
      {formatCounted(traces, "trace")}, the true share {formatPercent(at)} or{" "}
      {formatPercent(1 - at)}, held it. 95 % is what an interval promises.
    </p>
  );
}

const METHODS: Record<Share["method"], string> = {
  wilson: "95 % two-sided, Wilson, corrected for a finite number of calls.",
  stratified: "95 % two-sided, stratified Wilson, each stratum corrected for its number of calls.",
  "bootstrap over traces":
    "95 % two-sided, stratified Wilson, the labels counted for less as far as calls of one trace are alike: the variance that drawing whole traces again would have says how far.",
  census: "every call is labelled, so there is no sampling error.",
  none: "none.",
};
