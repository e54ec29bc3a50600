"use client";

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";

export type DayBar = { day: string; usd: number | null; calls: number };

/** What each day cost. A day without a call has no bar: the axis has every day. */
export function DayBars(props: { days: readonly DayBar[] }) {
  const tick = { fill: "var(--muted)", fontSize: 11 };
  return (
    <ResponsiveContainer width="100%" height={160}>
      <BarChart
        data={[...props.days]}
        margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="day"
          interval="preserveStartEnd"
          minTickGap={48}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
        />
        <YAxis
          width={56}
          tick={tick}
          tickCount={3}
          tickLine={false}
          axisLine={false}
          tickFormatter={(usd: number) => formatMoney(usd)}
        />
        <Tooltip cursor={{ fill: "var(--sunken)" }} content={DayNote} isAnimationActive={false} />
        <Bar dataKey="usd" fill="var(--accent)" maxBarSize={28} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

function DayNote(props: { payload?: readonly { payload?: DayBar }[] }) {
  const bar = props.payload?.[0]?.payload;
  if (!bar) return null;
  return (
    <div className="rounded-md bg-raised px-2 py-1 text-sm shadow-float">
      {bar.day}: {formatMoney(bar.usd)}, {formatCounted(bar.calls, "call")}
    </div>
  );
}
