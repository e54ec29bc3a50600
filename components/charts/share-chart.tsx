"use client";

import { useMemo } from "react";
import { ChartOrTable } from "@/components/charts/chart-or-table";
import { PartKey } from "@/components/charts/part-key";
import { ShareBars } from "@/components/charts/share-bars";
import { type ShareRow, layShareBar, summariseShares } from "@/components/charts/share-row";
import { SHARE_COLUMNS, ShareChartRow } from "@/components/charts/share-chart-row";
import { ShareTable } from "@/components/charts/share-table";
import { cn } from "@/components/ui/class-names";

// The gap that the columns of ShareChartRow leave for the bars.
const BAR_PLACE =
  "inset-x-0 top-[0.5625rem] md:top-0 md:left-[16.75rem] md:right-[12.5rem] xl:left-[20.5rem] xl:right-[23.25rem]";

/** One bar a cluster, as long as its weight, parted by verdict, with the interval of its viable share. */
export function ShareChart(props: {
  /** "Viable share by cluster". */
  name: string;
  /** What the length stands for: "spend", "calls". */
  weightName: string;
  rows: readonly ShareRow[];
}) {
  const { name, weightName, rows } = props;
  const bars = useMemo(() => rows.map(layShareBar), [rows]);
  const chart = (
    <figure aria-label={name} className="relative">
      <div
        className={cn("hidden h-7 items-center gap-x-3 text-xs text-muted md:grid", SHARE_COLUMNS)}
      >
        <span>cluster</span>
        <span className="text-right">{weightName}</span>
        <span />
        <span className="text-right">share [95 %]</span>
        <span className="text-right">labels</span>
        <span className="hidden xl:block">next</span>
      </div>
      <div className="relative">
        <ul>
          {rows.map((row) => (
            <ShareChartRow key={row.id} row={row} />
          ))}
        </ul>
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, not a file
          role="img"
          aria-label={summariseShares(weightName, rows)}
          className={cn(
            "pointer-events-none absolute bottom-0 max-md:-bottom-[0.5625rem]",
            BAR_PLACE,
          )}
        >
          <ShareBars bars={bars} />
        </div>
      </div>
    </figure>
  );
  return (
    <ChartOrTable
      lead={<PartKey />}
      chart={chart}
      table={<ShareTable name={name} weightName={weightName} rows={rows} />}
    />
  );
}
