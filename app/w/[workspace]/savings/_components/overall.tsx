import { HowComputed } from "@/app/w/[workspace]/_components/how-computed";
import { WindowText } from "@/app/w/[workspace]/_components/window-text";
import type { SavingsView } from "@/lib/overview/compute-savings";
import type { Window } from "@/lib/overview/window";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { Range } from "@/lib/savings/projection";
import { HowOverall } from "./how-overall";
import { formatDays, perText, rangeText } from "./saving-words";

/** What the routes that are ready save together, and what must be read beside it. */
export function Overall(props: { view: SavingsView; window: Window }) {
  const { ready, assumptions, gpu, candidate } = props.view;
  const { saving } = ready;
  return (
    <section aria-label="All that is ready to route" className="flex flex-col gap-1">
      <p className="text-2xl font-semibold" data-figure="overall">
        {headlineOf(props.view)}{" "}
        <span className="inline-flex h-7 items-center align-bottom">
          <HowComputed of="Saving of all that is ready to route">
            <HowOverall view={props.view} />
          </HowComputed>
        </span>
      </p>
      <p className="text-base text-muted">
        {formatCounted(ready.routeKeys, "route key")}, {formatCounted(ready.calls, "call")} on{" "}
        {candidate?.name ?? "no candidate"}
        {saving === null
          ? ""
          : `, which cost ${formatMoney(saving.todayUsd)} ${perText(saving.per)} today`}
        {ready.unknown > 0 ? `; the saving of ${formatCount(ready.unknown)} is unknown` : ""}. Seen:{" "}
        <WindowText window={props.window} />.
      </p>
      {saving?.otherCache ? (
        <p className="text-base text-muted">
          On a {assumptions.escalatedCache === "cold" ? "warm" : "cold"} prompt cache:{" "}
          {rangeText(saving.otherCache)} {perText(saving.per)}.
        </p>
      ) : null}
      {ready.undetected ? <Undetected undetected={ready.undetected} /> : null}
      {ready.tuningUsd > 0 ? (
        <p className="text-base text-muted">
          Tuning costs {formatMoney(ready.tuningUsd)} once; it has come back after{" "}
          {ready.payback === null
            ? "a time that is not known"
            : `${formatDays(ready.payback.mid)} (${formatDays(ready.payback.high)} to ${formatDays(ready.payback.low)})`}
          .
        </p>
      ) : null}
      {gpu ? (
        <p className="text-base text-muted">
          One GPU kept on costs {formatMoney(gpu.usdPerDay)} a day; about{" "}
          {formatCount(Math.round(gpu.callsPerDayAtBusy))} such calls a day keep it as busy as
          assumed. It pays against the price per token from {volume(gpu.breakEvenHosted)}, against
          today’s model, if nothing came back, from {volume(gpu.breakEvenToday)}.
        </p>
      ) : null}
    </section>
  );
}

const volume = (calls: number | null): string =>
  calls === null ? "no volume that is known" : `${formatCount(Math.ceil(calls))} calls a day`;

function headlineOf({ ready }: SavingsView): string {
  if (ready.routeKeys === 0) return "Nothing is ready to route on these assumptions";
  if (ready.saving === null) return "What is ready to route saves an unknown amount";
  const { low, mid, high, per } = ready.saving;
  return `Saves at least ${formatMoney(low)} ${perText(per)}, likely ${formatMoney(mid)}, at most ${formatMoney(high)}`;
}

function Undetected({ undetected }: { undetected: Range }) {
  const { low, mid, high } = undetected;
  const one = (value: number) => formatCount(Math.round(value));
  return (
    <p className="text-base text-muted" data-figure="undetected">
      Bad answers that pass the gate: {one(mid)} of 1,000 routed calls
      {high > low ? ` (${one(low)} to ${one(high)})` : ""}.
    </p>
  );
}
