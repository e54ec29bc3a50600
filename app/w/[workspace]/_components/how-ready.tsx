import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatPercent, formatShare } from "@/lib/display/percent";
import type { Audit } from "@/lib/overview/audit";
import { HowTable } from "./how-table";

/** Which route keys are ready, on what evidence, and what their savings add up to. */
export function HowReady(props: { audit: Audit }) {
  const { routeKeys, ready, assumptions, candidate } = props.audit;
  const own = routeKeys.filter(({ decision }) => decision.decision === "route");
  const { escalation, escalatedCache, routedShare = 1 } = assumptions;
  return (
    <>
      <p>
        A route key is ready when its calls carry a step type, enough of them are labelled, the
        lower end of its viable share of calls reaches the bar, and the low end of its saving is not
        below zero. A saving that is not known does not hold a route back.
      </p>
      {own.length === 0 ? null : (
        <HowTable
          head={["route key", "spend", "share of calls [95 %]", "labels"]}
          rows={own.map(({ routeKey, usage, evidence }) => ({
            id: routeKey,
            cells: [
              routeKey,
              formatMoney(usage.cost.costUsd),
              formatShare(evidence?.share.value, evidence?.share.interval),
              formatCount(evidence?.share.n),
            ],
          }))}
          foot={["all", formatMoney(ready.spendUsd), "", ""]}
        />
      )}
      <p>
        Savings: today’s cost − ({candidate.name} on {formatPercent(routedShare)} of the calls + e ×
        the cost of an escalated call on a {escalatedCache} cache), e being{" "}
        {escalation === "from the share"
          ? "what is not viable: the upper end of the share for “at most”, the lower for “at least”"
          : formatPercent(escalation)}
        . Lows are added to lows and highs to highs, which is never too narrow.
        {ready.saving?.per === "30 days"
          ? " Scaled from the days seen to 30 days."
          : " Per 1,000 of these calls: they are of one day, or do not say when they were made."}
      </p>
    </>
  );
}
