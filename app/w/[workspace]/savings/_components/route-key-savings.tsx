import { HowComputed } from "@/app/w/[workspace]/_components/how-computed";
import { HowSaving } from "@/app/w/[workspace]/_components/how-saving";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { Downloads } from "@/components/data-table/downloads";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatCount } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatMoney } from "@/lib/display/money";
import { formatPercent, formatShare } from "@/lib/display/percent";
import type { SavingsView } from "@/lib/overview/compute-savings";
import type { JudgedRouteKey } from "@/lib/overview/judge-route-key";
import { OUTCOME_NOTES } from "@/lib/savings/outcome-text";
import { scaledToday } from "@/lib/savings/project";
import { paybackDays } from "@/lib/savings/projection";
import { formatDays } from "./saving-words";

/** Every route key: what it costs, what routing all of it would save, and what is decided. */
export function RouteKeySavings(props: {
  view: SavingsView;
  days: number | null;
  per: string;
  csvHref: string;
  jsonHref: string;
}) {
  const { view } = props;
  const tuning = view.assumptions.tuningUsd ?? 0;
  const heads = [
    "today",
    "comes back",
    "saves at least",
    "likely",
    "at most",
    "turns at",
    "bad answers pass",
  ];
  return (
    <section aria-labelledby="route-keys" className="flex flex-col gap-1">
      <div className="flex items-baseline">
        <h2 id="route-keys" className="text-base font-semibold">
          Per route key, USD {props.per}
        </h2>
        <div className="ml-auto flex gap-1">
          <Downloads csvHref={props.csvHref} jsonHref={props.jsonHref} />
        </div>
      </div>
      <p className="max-w-3xl text-muted">
        “Comes back” is e = (1 − v) t + v f for the viable share v. A low end below zero is not yet
        proven, and then the route key keeps its model. Bad answers are per 1,000 routed calls.
      </p>
      <section
        aria-label="Savings by route key"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto"
      >
        <Table>
          <thead>
            <tr>
              <TableHead className="pl-0">route key</TableHead>
              <TableHead>v [95 %]</TableHead>
              {heads.map((head) => (
                <TableHead key={head} className="text-right">
                  {head}
                </TableHead>
              ))}
              {tuning > 0 ? <TableHead className="text-right">tuning back after</TableHead> : null}
              <TableHead>
                <span className="sr-only">how computed</span>
              </TableHead>
              <TableHead>decision</TableHead>
              <TableHead className="w-full">why</TableHead>
            </tr>
          </thead>
          <tbody>
            {view.routeKeys.map((key) => (
              <Row
                key={key.facts.routeKey}
                routeKey={key}
                view={view}
                days={props.days}
                tuning={tuning}
              />
            ))}
          </tbody>
        </Table>
      </section>
    </section>
  );
}

function Row(props: {
  routeKey: JudgedRouteKey;
  view: SavingsView;
  days: number | null;
  tuning: number;
}) {
  const { facts, projection, decision } = props.routeKey;
  const { low, mid, high } = facts.savingsShare;
  const known = projection.known ? projection : null;
  const today = scaledToday(facts.basis, props.view.assumptions, props.days);
  const saving = known?.scaled.savingUsd;
  const note = projection.known ? OUTCOME_NOTES[projection.outcome] : projection.reason;
  const turns = known?.breakEvenEscalation ?? null;
  const back = saving === undefined ? null : paybackDays(props.tuning, saving.mid);
  return (
    <tr>
      <TableCell className="max-w-56 truncate pl-0 font-mono">
        <ForeignText text={facts.routeKey} className="font-medium" />
      </TableCell>
      <TableCell>
        {formatShare(mid, low === null || high === null ? null : { low, high })}
      </TableCell>
      <TableNumber>{formatMoney(today?.usd)}</TableNumber>
      <TableNumber>{formatPercent(known?.escalation.mid)}</TableNumber>
      <TableNumber>{formatMoney(saving?.low)}</TableNumber>
      <TableNumber>{formatMoney(saving?.mid)}</TableNumber>
      <TableNumber>{formatMoney(saving?.high)}</TableNumber>
      <TableNumber>
        {turns === null ? DASH : formatPercent(Math.max(0, Math.min(1, turns)))}
      </TableNumber>
      <TableNumber>
        {known?.undetected ? formatCount(Math.round(known.undetected.mid)) : DASH}
      </TableNumber>
      {props.tuning > 0 ? (
        <TableNumber>{known?.per === "30 days" ? formatDays(back) : DASH}</TableNumber>
      ) : null}
      <TableCell className="px-0">
        <HowComputed of={`Saving of ${facts.routeKey}`}>
          <HowSaving
            projection={projection}
            candidate={props.view.candidate?.name ?? "the candidate"}
            assumptions={props.view.assumptions}
          />
        </HowComputed>
      </TableCell>
      <TableCell className="font-medium">{decision.decision}</TableCell>
      <TableCell className="min-w-56 text-muted whitespace-normal">
        {note ?? decision.reason}
      </TableCell>
    </tr>
  );
}
