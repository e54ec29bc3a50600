import { formatMoney } from "@/lib/display/money";
import { formatCount } from "@/lib/display/count";
import { formatPercent } from "@/lib/display/percent";
import type { Assumptions } from "@/lib/savings/project";
import type { KnownProjection, Projection } from "@/lib/savings/projection";
import { HowTable } from "./how-table";

/** The arithmetic of a projected saving: today, the small model, what comes back. */
export function HowSaving(props: {
  projection: Projection;
  candidate: string;
  assumptions: Assumptions;
}) {
  const { projection, assumptions } = props;
  if (!projection.known) return <p>Not known: {projection.reason}</p>;
  const { routedShare = 1, stepInflation = 0, escalatedCache } = assumptions;
  const { scaled, per, coveredCalls, calls, breakEvenEscalation } = projection;
  return (
    <>
      <p>
        Saving = B − (S + V + e · E): what the calls cost today, less {props.candidate} on all of
        them, judging its answers, and the share e that comes back to the model of today on a{" "}
        {escalatedCache} prompt cache. e = (1 − v) t + v f, for the share v (of spend where it is
        known), the bad answers caught t and the good ones sent back f. USD per {per}, from{" "}
        {formatCount(coveredCalls)} of {formatCount(calls)} calls whose cost and tokens are known.
      </p>
      <HowTable
        head={["", "low", "likely", "high"]}
        rows={rowsOf(projection, props)}
        foot={[
          "saves",
          formatMoney(scaled.savingUsd.low),
          formatMoney(scaled.savingUsd.mid),
          formatMoney(scaled.savingUsd.high),
        ]}
      />
      {routedShare < 1 ? <p>{formatPercent(routedShare)} of the calls are routed.</p> : null}
      {stepInflation > 0 ? (
        <p>Runs take {formatPercent(stepInflation)} more steps, which all cost.</p>
      ) : null}
      {breakEvenEscalation === null ? null : (
        <p>It pays while fewer than {formatPercent(Math.max(0, breakEvenEscalation))} come back.</p>
      )}
    </>
  );
}

function rowsOf(
  { scaled, escalation }: KnownProjection,
  { candidate, assumptions }: { candidate: string; assumptions: Assumptions },
) {
  const same = (usd: number) => Array.from({ length: 3 }, () => formatMoney(usd));
  const { low, mid, high } = scaled.savingUsd;
  const left = [low, mid, high].map((saved) => formatMoney(scaled.todayUsd - saved));
  const rates = [escalation.high, escalation.mid, escalation.low].map((rate) =>
    formatPercent(rate),
  );
  return [
    { id: "escalation", cells: ["comes back (e)", ...rates] },
    { id: "today", cells: ["today (B)", ...same(scaled.todayUsd)] },
    { id: "small", cells: [`${candidate} (S)`, ...same(scaled.smallUsd)] },
    ...(scaled.verifierUsd === 0
      ? []
      : [{ id: "verifier", cells: ["judging (V)", ...same(scaled.verifierUsd)] }]),
    {
      id: "escalated",
      cells: [`all escalated, ${assumptions.escalatedCache} (E)`, ...same(scaled.escalatedUsd)],
    },
    { id: "then", cells: ["then", ...left] },
  ];
}
