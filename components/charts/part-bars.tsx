import { Bar, BarChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";

/** One bar a row, each beginning where the one before it ended; the line is at a part of the whole. */
export function PartBars(props: {
  rows: readonly { readonly id: string; readonly before: number; readonly own: number }[];
  line: number;
}) {
  const bar = { barSize: 12, isAnimationActive: false, stackId: "part" } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        layout="vertical"
        data={[...props.rows]}
        margin={{ top: 0, right: 1, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[0, 1]} />
        <YAxis type="category" dataKey="id" hide width={0} />
        <Bar dataKey="before" fill="var(--line-strong)" {...bar} />
        <Bar dataKey="own" fill="var(--accent)" {...bar} />
        <ReferenceLine x={props.line} stroke="var(--ink)" strokeDasharray="3 3" />
      </BarChart>
    </ResponsiveContainer>
  );
}
