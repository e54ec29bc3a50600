"use client";

import Link from "next/link";
import { useMemo } from "react";
import { ChartOrTable } from "@/components/charts/chart-or-table";
import { PartKey } from "@/components/charts/part-key";
import { ShareBars } from "@/components/charts/share-bars";
import {
  type ShareRow,
  formatRowShare,
  layShareBar,
  summariseShares,
} from "@/components/charts/share-row";
import { ShareTable } from "@/components/charts/share-table";
import { cn } from "@/components/ui/class-names";

// Wide: name, weight, bar, share, note in one line. Narrow: the texts above the bar.
const COLUMNS =
  "grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[11rem_4.5rem_minmax(8rem,1fr)_8rem] xl:grid-cols-[14rem_5rem_minmax(8rem,1fr)_8rem_12rem]";
const BAR_PLACE =
  "inset-x-0 top-[0.5625rem] md:top-0 md:left-[16.75rem] md:right-[8.75rem] xl:left-[20.5rem] xl:right-[21.5rem]";

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
      <div className={cn("hidden h-7 items-center gap-x-3 text-xs text-muted md:grid", COLUMNS)}>
        <span>cluster</span>
        <span className="text-right">{weightName}</span>
        <span />
        <span className="text-right">share [95 %]</span>
        <span className="hidden xl:block">next</span>
      </div>
      <div className="relative">
        <ul>
          {rows.map((row) => (
            <li
              key={row.id}
              className={cn(
                "grid h-14 items-start gap-x-3 border-t border-line pt-1 md:h-9 md:items-center md:pt-0",
                COLUMNS,
              )}
            >
              <span className="truncate font-medium">
                {row.href ? (
                  <Link href={row.href} prefetch={false} className="hover:underline">
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </span>
              <span className="hidden text-right md:block">{row.weightText}</span>
              <span className="hidden md:block" />
              <span className="text-right whitespace-nowrap">
                <span className="text-muted md:hidden">{row.weightText} · </span>
                {formatRowShare(row)}
              </span>
              <span className="hidden truncate text-muted xl:block" title={row.note ?? undefined}>
                {row.note}
              </span>
            </li>
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
