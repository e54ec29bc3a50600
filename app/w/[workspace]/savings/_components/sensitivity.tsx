import { ChartFigure } from "@/components/charts/chart-figure";
import { NumberTable } from "@/components/charts/number-table";
import { formatPercent } from "@/lib/display/percent";
import type { SavingsView } from "@/lib/overview/compute-savings";
import { computeSensitivity, ESCALATIONS, type SensitivityRow } from "@/lib/savings/sensitivity";

/** Where a saving turns into a cost: by how much cheaper the small model is, and what comes back. */
export function Sensitivity(props: { view: SavingsView; csvHref: string; jsonHref: string }) {
  const { view } = props;
  const rows = computeSensitivity(view.basis, view.assumptions);
  const own = rows.find(({ isCandidate }) => isCandidate);
  const of = view.basisIs === "ready" ? "what is ready to route" : "all calls";
  const head = ["times cheaper", ...ESCALATIONS.map((rate) => formatPercent(rate)), "turns at"];
  return (
    <ChartFigure
      id="sensitivity"
      title="Where it turns negative"
      says={
        rows.length === 0
          ? "Today’s cost, or that of an escalated call, is not known."
          : `Saved of today’s cost of ${of}, by what comes back (columns) and by how many times cheaper the small model is (rows), on a ${view.assumptions.escalatedCache} prompt cache.${own ? ` ${turnText(view, own)}` : ""}`
      }
      chart={rows.length === 0 ? null : <Heatmap head={head} rows={rows} />}
      table={
        <NumberTable
          name="Saved of today’s cost"
          head={head}
          rows={rows.map((row) => ({
            id: String(row.ratio),
            cells: [ratioText(row), ...row.saved.map((part) => formatPercent(part)), turnsAt(row)],
          }))}
        />
      }
      csvHref={props.csvHref}
      jsonHref={props.jsonHref}
    />
  );
}

function turnText(view: SavingsView, { breakEven }: SensitivityRow): string {
  const name = view.candidate?.name ?? "the candidate";
  if (breakEven === null || breakEven >= 1) return `With ${name} it pays at any escalation.`;
  if (breakEven <= 0) return `With ${name} it never pays.`;
  return `With ${name} it pays while fewer than ${formatPercent(breakEven)} come back.`;
}

const ratioText = ({ ratio, isCandidate }: SensitivityRow): string =>
  `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}${isCandidate ? " (candidate)" : ""}`;

const turnsAt = ({ breakEven }: SensitivityRow): string =>
  breakEven === null ? "never" : formatPercent(Math.max(0, Math.min(1, breakEven)));

function Heatmap(props: { head: readonly string[]; rows: readonly SensitivityRow[] }) {
  return (
    <section
      aria-label="Saved of today’s cost, drawn"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="border-separate border-spacing-px text-sm tabular-nums">
        <thead>
          <tr>
            {props.head.map((head) => (
              <th key={head} scope="col" className="px-2 text-right text-xs font-medium text-muted">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.ratio}>
              <th
                scope="row"
                className={`pr-2 text-right whitespace-nowrap ${row.isCandidate ? "font-semibold" : "font-normal text-muted"}`}
              >
                {ratioText(row)}
              </th>
              {row.saved.map((part, index) => (
                <Cell key={ESCALATIONS[index]} part={part} />
              ))}
              <td className="px-2 text-right text-muted">{turnsAt(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The more is saved the deeper the accent; what costs more is ruled, and its number has a minus. */
function Cell({ part }: { part: number }) {
  const depth = Math.round(Math.max(0, Math.min(1, part)) * 34);
  return (
    <td
      className={`h-8 min-w-14 px-2 text-right ${part < 0 ? "border border-line-strong text-muted" : ""}`}
      style={
        part < 0
          ? {}
          : { backgroundColor: `color-mix(in srgb, var(--accent) ${depth}%, var(--canvas))` }
      }
    >
      {formatPercent(part)}
    </td>
  );
}
