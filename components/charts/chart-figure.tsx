import type { ReactNode } from "react";
import { ChartOrTable } from "@/components/charts/chart-or-table";
import { Downloads } from "@/components/data-table/downloads";

/** A chart with its heading, its table one key away, and its files. */
export function ChartFigure(props: {
  id: string;
  title: string;
  /** What it says, in a sentence. */
  says?: ReactNode;
  chartKey?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  csvHref?: string;
  jsonHref?: string;
}) {
  return (
    <section aria-labelledby={props.id} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id={props.id} className="text-base font-semibold">
          {props.title}
        </h2>
        <div className="ml-auto flex items-center gap-1">
          <Downloads csvHref={props.csvHref} jsonHref={props.jsonHref} />
        </div>
      </div>
      {props.says ? <p className="max-w-3xl text-muted">{props.says}</p> : null}
      <ChartOrTable lead={props.chartKey} chart={props.chart} table={props.table} />
    </section>
  );
}
