import { formatMoney } from "@/lib/display/money";
import { formatCount } from "@/lib/display/count";
import { formatPercent } from "@/lib/display/percent";
import type { Projection } from "@/lib/savings/project";
import { HowTable } from "./how-table";

/** The arithmetic of a projected saving: today, the small model, what comes back. */
export function HowSaving(props: {
  projection: Projection;
  candidate: string;
  cache: string;
  /** The part of the calls that is routed, 0..1. */
  part: number;
}) {
  const { projection } = props;
  if (!projection.known) return <p>Not known: {projection.reason}</p>;
  const { scaled, escalation, per } = projection;
  const same = (usd: number) => Array.from({ length: 3 }, () => formatMoney(usd));
  const left = (saved: number) => formatMoney(scaled.todayUsd - saved);
  return (
    <>
      <p>
        Saving = B − (S + e · E): what the calls cost today, less {props.candidate} on all of them,
        less the share e that comes back to the model of today on a {props.cache} prompt cache. USD
        per {per}, from {formatCount(projection.coveredCalls)} of {formatCount(projection.calls)}{" "}
        calls whose cost and tokens are known.
      </p>
      <HowTable
        head={["", "low", "likely", "high"]}
        rows={[
          {
            id: "escalation",
            cells: [
              "comes back (e)",
              formatPercent(escalation.high),
              formatPercent(escalation.mid),
              formatPercent(escalation.low),
            ],
          },
          {
            id: "today",
            cells: ["today (B)", ...same(scaled.todayUsd)],
          },
          { id: "small", cells: [`${props.candidate} (S)`, ...same(scaled.smallUsd)] },
          {
            id: "escalated",
            cells: [`all escalated, ${props.cache} (E)`, ...same(scaled.escalatedUsd)],
          },
          {
            id: "then",
            cells: [
              props.part < 1 ? `then, ${formatPercent(props.part)} routed` : "then (S + e · E)",
              left(scaled.savingUsd.low),
              left(scaled.savingUsd.mid),
              left(scaled.savingUsd.high),
            ],
          },
        ]}
        foot={[
          "saves",
          formatMoney(scaled.savingUsd.low),
          formatMoney(scaled.savingUsd.mid),
          formatMoney(scaled.savingUsd.high),
        ]}
      />
      {projection.breakEvenEscalation === null ? null : (
        <p>
          It pays while fewer than {formatPercent(Math.max(0, projection.breakEvenEscalation))} come
          back.
        </p>
      )}
    </>
  );
}
