import { Link } from "@/components/ui/link";
import { useMemo } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { ChartKey } from "@/components/charts/chart-key";
import { CostBars } from "@/components/charts/cost-bars";
import { toCostRow } from "@/components/charts/cost-row";
import { NumberTable } from "@/components/charts/number-table";
import { ForeignText } from "@/components/ui/foreign-text";
import type { ProjectedCluster, SavingsView } from "@/lib/overview/compute-savings";
import { DASH } from "@/lib/display/dash";
import { formatMoney } from "@/lib/display/money";
import { OUTCOME_NOTES } from "@/lib/savings/outcome-text";
import { scaledToday } from "@/lib/savings/project";
import { cellText, perText } from "./saving-words";

const KEY = [
  { label: "model of today", color: "var(--line-strong)" },
  { label: "small model", color: "var(--accent)" },
  { label: "judging", color: "var(--muted)" },
];
/** Height of a row in pixels; the texts and the drawing share it. */
const ROW = 44;
const COLUMNS = "grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[10rem_minmax(4rem,1fr)_11rem_4.5rem]";

/** Each cluster's cost today and as if all of it were routed, with its parts and its interval. */
export function ClusterCosts(props: {
  view: SavingsView;
  days: number | null;
  base: string;
  csvHref: string;
  jsonHref: string;
}) {
  const { view, days, base } = props;
  const rows = useMemo(
    () =>
      view.clusters.map((cluster) => ({
        cluster,
        row: toCostRow(
          { id: cluster.facts.id, label: cluster.facts.name, today: todayOf(cluster, view, days) },
          cluster.projection,
          view.assumptions,
        ),
      })),
    [view, days],
  );
  const drawn = rows.flatMap(({ row }) => row ?? []);
  const per = perText(days === null ? "1,000 calls" : "30 days");
  const chart = (
    <div className="relative">
      <ul>
        {rows.map(({ cluster, row }) => (
          <li
            key={cluster.facts.id}
            style={{ height: ROW }}
            className={`grid items-center gap-x-3 border-t border-line ${COLUMNS}`}
          >
            <Link href={`${base}/clusters/${cluster.facts.id}`} className="min-w-0 hover:underline">
              <ForeignText text={cluster.facts.name} className="font-medium" />
            </Link>
            <span className="hidden md:block" />
            <span className="text-right whitespace-nowrap tabular-nums">
              {savesText(cluster, row)}
            </span>
            <span className="hidden truncate text-muted md:block">{cluster.decision}</span>
          </li>
        ))}
      </ul>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, not a file
        role="img"
        aria-label={`Cost today and projected by cluster, ${per}: the table says the numbers`}
        className="pointer-events-none absolute inset-y-0 left-[10.75rem] right-[17rem] hidden md:block"
      >
        <CostBars rows={rows.map(({ cluster, row }) => row ?? emptyRow(cluster))} />
      </div>
    </div>
  );
  return (
    <ChartFigure
      id="cluster-costs"
      title={`Cost by cluster, today and routed, USD ${per}`}
      says="The upper bar is today, the lower one as if all of the cluster were routed: what the small model costs, and what stays on or comes back to the model of today. The whisker is the interval."
      chartKey={<ChartKey items={KEY} />}
      chart={drawn.length === 0 ? <p>No cost is known.</p> : chart}
      table={<CostTable view={view} days={days} />}
      csvHref={props.csvHref}
      jsonHref={props.jsonHref}
    />
  );
}

const emptyRow = ({ facts }: ProjectedCluster) => ({
  id: facts.id,
  label: facts.name,
  today: 0,
  routed: null,
});

const todayOf = ({ facts }: ProjectedCluster, view: SavingsView, days: number | null) =>
  scaledToday(facts.basis, view.assumptions, days)?.usd ?? null;

function savesText({ projection }: ProjectedCluster, row: ReturnType<typeof toCostRow>): string {
  if (projection.known) return cellText(projection.scaled.savingUsd);
  return row === null ? DASH : `${formatMoney(row.today)}, saving unknown`;
}

function CostTable({ view, days }: { view: SavingsView; days: number | null }) {
  return (
    <NumberTable
      name="Cost by cluster"
      head={[
        "cluster",
        "today",
        "small model",
        "all escalated",
        "saves [low, high]",
        "decision",
        "note",
      ]}
      words={2}
      rows={view.clusters.map((cluster) => {
        const { facts, projection, decision } = cluster;
        const scaled = projection.known ? projection.scaled : null;
        return {
          id: facts.id,
          cells: [
            facts.name,
            formatMoney(todayOf(cluster, view, days)),
            formatMoney(scaled?.smallUsd),
            formatMoney(scaled?.escalatedUsd),
            cellText(scaled?.savingUsd),
            decision,
            projection.known ? OUTCOME_NOTES[projection.outcome] : projection.reason,
          ],
        };
      })}
    />
  );
}
