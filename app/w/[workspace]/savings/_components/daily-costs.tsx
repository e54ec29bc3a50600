import { ChartFigure } from "@/components/charts/chart-figure";
import { DayBars } from "@/components/charts/day-bars";
import { NumberTable } from "@/components/charts/number-table";
import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { DayCost } from "@/lib/overview/daily-cost";

const DAY_MS = 86_400_000;

/** What the calls cost, day by day. */
export function DailyCosts(props: { days: readonly DayCost[]; csvHref: string; jsonHref: string }) {
  const { days } = props;
  const known = days.flatMap(({ usd }) => usd ?? []);
  const most = days.toSorted((a, b) => (b.usd ?? 0) - (a.usd ?? 0))[0];
  return (
    <ChartFigure
      id="days"
      title="Cost per day, USD (UTC)"
      says={
        known.length === 0
          ? "The calls do not say when they were made, or have no price."
          : `Most on ${most?.day}: ${formatMoney(most?.usd)}.`
      }
      chart={known.length === 0 ? null : <DayBars days={withEmptyDays(days)} />}
      table={
        <NumberTable
          name="Cost per day"
          head={["day", "cost", "calls", "without a price"]}
          rows={days.map(({ day, usd, calls, unpricedCalls }) => ({
            id: day,
            cells: [day, formatMoney(usd), formatCount(calls), formatCount(unpricedCalls)],
          }))}
        />
      }
      csvHref={props.csvHref}
      jsonHref={props.jsonHref}
    />
  );
}

/** Every day from the first to the last, so that a gap is seen as one. */
function withEmptyDays(days: readonly DayCost[]) {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const byDay = new Map(days.map((day) => [day.day, day]));
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10);
    const known = byDay.get(day);
    return { day, usd: known?.usd ?? null, calls: known?.calls ?? 0 };
  });
}
