import { ChartFigure } from "@/components/charts/chart-figure";
import { NumberTable } from "@/components/charts/number-table";
import { PartBars } from "@/components/charts/part-bars";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatMoney } from "@/lib/display/money";
import { formatPercent } from "@/lib/display/percent";
import type { SavingsView } from "@/lib/overview/compute-savings";
import { listCumulated } from "@/lib/overview/savings-tables";
import { countFor } from "@/lib/savings/cumulate";
import { formatCounted } from "@/lib/display/count";

const MOST = 0.8;
const ROW = 32;

/** Which clusters bring most of what routing would save. */
export function CumulativeSavings(props: {
  view: SavingsView;
  per: string;
  csvHref: string;
  jsonHref: string;
}) {
  const rows = listCumulated(props.view);
  const many = countFor(rows, MOST);
  const first = rows.slice(0, many).map(({ name }) => name);
  const chart = (
    <div className="relative">
      <ul>
        {rows.map(({ id, name, usd, part, ready }) => (
          <li
            key={id}
            style={{ height: ROW }}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line md:grid-cols-[10rem_minmax(4rem,1fr)_11rem_4.5rem]"
          >
            <ForeignText text={name} className="font-medium" />
            <span className="hidden md:block" />
            <span className="text-right whitespace-nowrap tabular-nums">
              {formatMoney(usd)} · {formatPercent(part)}
            </span>
            <span className="hidden text-muted md:block">{ready ? "ready" : "not ready"}</span>
          </li>
        ))}
      </ul>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, not a file
        role="img"
        aria-label="Savings added up, the largest first: the table says the numbers"
        className="pointer-events-none absolute inset-y-0 left-[10.75rem] right-[17rem] hidden md:block"
      >
        <PartBars
          line={MOST}
          rows={rows.map(({ id, part, usd, sumUsd }) => {
            const own = part * (usd / sumUsd);
            return { id, before: part - own, own };
          })}
        />
      </div>
    </div>
  );
  return (
    <ChartFigure
      id="cumulative"
      title={`Savings added up, likely, USD ${props.per}`}
      says={
        rows.length === 0
          ? "On these assumptions no cluster saves anything."
          : `${formatCounted(many, "cluster")} of ${rows.length} that save ${many === 1 ? "brings" : "bring"} ${formatPercent(rows[many - 1]?.part)}: ${first.slice(0, 5).join(", ")}${many > 5 ? " and more" : ""}. The line is at 80 %.`
      }
      chart={chart}
      table={
        <NumberTable
          name="Savings added up"
          head={["cluster", "saves", "added up", "part", "ready"]}
          words={1}
          rows={rows.map(({ id, name, usd, sumUsd, part, ready }) => ({
            id,
            cells: [
              name,
              formatMoney(usd),
              formatMoney(sumUsd),
              formatPercent(part),
              ready ? "yes" : "no",
            ],
          }))}
        />
      }
      csvHref={props.csvHref}
      jsonHref={props.jsonHref}
    />
  );
}
