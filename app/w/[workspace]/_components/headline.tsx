import { Link } from "@/components/ui/link";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { describeAgreement } from "@/lib/overview/agreement-text";
import type { Audit } from "@/lib/overview/audit";
import { describeMargin, findBestNext } from "@/lib/overview/more-labels";
import { describeReady, describeScope, describeValue } from "@/lib/overview/headline-text";
import { Figure } from "./figure";
import { HowComputed } from "./how-computed";
import { HowCost } from "./how-cost";
import { HowReady } from "./how-ready";
import { HowShare } from "./how-share";
import { WindowText } from "./window-text";

const UNIT_WORDS = {
  spend: "of spend",
  calls: "of calls",
  tokens: "of tokens",
  "frontier spend": "of frontier spend",
  "call types": "of call types",
};

/** The audit in three figures: what it costs, how much of it is viable, how much is ready to route. */
export function Headline(props: { audit: Audit; base: string }) {
  const { audit } = props;
  const { usage, overall, labels, agreement } = audit;
  return (
    <section aria-label="The audit in three figures" className="grid gap-6 md:grid-cols-3 md:gap-8">
      <Figure
        value={usage.cost.costUsd === null ? "Cost unknown" : formatMoney(usage.cost.costUsd)}
        how={
          <HowComputed of="Cost today">
            <HowCost usage={usage} priceBook={audit.priceBook} />
          </HowComputed>
        }
      >
        {formatCounted(usage.calls, "call")} · {formatCounted(audit.clusters.length, "cluster")}
        {usage.cost.unpricedCalls > 0
          ? ` · ${formatCounted(usage.cost.unpricedCalls, "call")} without a price (${usage.cost.reasons.join(", ")})`
          : ""}
        <br />
        <WindowText window={usage.window} />
      </Figure>
      <Figure
        value={
          overall.value === null
            ? "Viable share unknown"
            : `${describeValue(overall)} ${UNIT_WORDS[audit.unit]} viable`
        }
        how={
          <HowComputed of={`Viable share ${UNIT_WORDS[audit.unit]}`}>
            <HowShare share={overall} strata={audit.strata} calls={usage.calls} />
          </HowComputed>
        }
      >
        {formatCounted(labels.labels, "label")} on {formatCounted(labels.calls, "call")} ·{" "}
        {formatCounted(labels.raters, "rater")} ·{" "}
        <span title={agreement.why ?? "Krippendorff’s alpha, nominal, with its 95 % interval"}>
          {describeAgreement(agreement)}
        </span>
        <br />
        {overall.value === null ? overall.why : describeScope(audit)}
        <MoreLabels audit={audit} base={props.base} />
      </Figure>
      <ReadyFigure audit={audit} />
    </section>
  );
}

/** How many labels bring the share to five points, and where they tell most. */
function MoreLabels({ audit, base }: { audit: Audit; base: string }) {
  const margin = describeMargin(audit.overall);
  const best = findBestNext(audit.clusters);
  if (margin === null || best === null) return null;
  return (
    <>
      <br />
      {margin}; best next to label:{" "}
      <Link href={`${base}/clusters/${best.id}`} className="underline underline-offset-2">
        {best.name}
      </Link>
    </>
  );
}

function ReadyFigure({ audit }: { audit: Audit }) {
  const { ready } = audit;
  const how = (
    <HowComputed of="Ready to route">
      <HowReady audit={audit} />
    </HowComputed>
  );
  if (ready.routeKeys === 0) {
    return (
      <Figure value="Nothing is ready to route yet" how={how}>
        A step is ready when the lower end of its share reaches the bar.
      </Figure>
    );
  }
  return (
    <Figure value={describeReady(audit)} how={how}>
      {ready.saving === null ? (
        "What it would save is not known."
      ) : (
        <>
          saves at least {formatMoney(ready.saving.low)}
          {ready.saving.per === "30 days" ? " a month" : " per 1,000 calls"}, likely{" "}
          {formatMoney(ready.saving.mid)}, at most {formatMoney(ready.saving.high)}
        </>
      )}
      <br />
      {formatCounted(ready.routeKeys, "route key")} on {audit.candidate.name}
      {ready.unknown > 0 ? `, the saving of ${formatCount(ready.unknown)} unknown` : ""}
    </Figure>
  );
}
