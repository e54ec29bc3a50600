import { HowTable } from "@/app/w/[workspace]/_components/how-table";
import type { SavingsView } from "@/lib/overview/compute-savings";
import { formatMoney } from "@/lib/display/money";
import { formatPercent } from "@/lib/display/percent";

/** The route keys that add up to the figure, and what is taken off. */
export function HowOverall({ view }: { view: SavingsView }) {
  const { routeKeys, ready, assumptions } = view;
  const own = routeKeys.filter(({ decision }) => decision.decision === "route");
  const { stepInflation = 0 } = assumptions;
  return (
    <>
      <p>
        The route keys whose decision is route on these assumptions: enough labels, the lower end of
        the viable share of calls at the bar, and a low end of the saving that is not below zero.
        Lows are added to lows and highs to highs, which is never too narrow.
      </p>
      <HowTable
        head={["route key", "today", "low", "likely", "high"]}
        rows={own.map(({ facts, projection }) => {
          const scaled = projection.known ? projection.scaled : null;
          return {
            id: facts.routeKey,
            cells: [
              facts.routeKey,
              formatMoney(scaled?.todayUsd),
              formatMoney(scaled?.savingUsd.low),
              formatMoney(scaled?.savingUsd.mid),
              formatMoney(scaled?.savingUsd.high),
            ],
          };
        })}
        foot={[
          ready.saving?.per === "1,000 calls" ? "per 1,000 of all of them" : "all",
          formatMoney(ready.saving?.todayUsd),
          formatMoney(ready.saving?.low),
          formatMoney(ready.saving?.mid),
          formatMoney(ready.saving?.high),
        ]}
      />
      {stepInflation > 0 ? (
        <p>
          Calls that keep their model grow by {formatPercent(stepInflation)} too; that is taken off
          the sum.
        </p>
      ) : null}
    </>
  );
}
