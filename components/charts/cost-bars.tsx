import {
  Bar,
  BarChart,
  DefaultZIndexes,
  ResponsiveContainer,
  XAxis,
  YAxis,
  ZIndexLayer,
  useXAxisScale,
  useYAxisScale,
} from "recharts";
import type { CostRow } from "@/components/charts/cost-row";

const BAR_SIZE = 11;
const GAP = 2;
/** A shorter interval would be a blot; the text says it. */
const SHORTEST_WHISKER = 3;

/** Where a projected cost lies at its low and its high end, through the lower bar. */
function Whiskers({ rows }: { rows: readonly CostRow[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return rows.map(({ id, routed }) => {
    if (routed === null) return null;
    const [low, high] = [x(routed.low), x(routed.high)];
    const middle = y(id, { position: "middle" });
    if (low === undefined || high === undefined || middle === undefined) return null;
    if (high - low < SHORTEST_WHISKER) return null;
    const line = middle + (BAR_SIZE + GAP) / 2;
    const path = `M${low},${line - 3.5}v7M${low},${line}H${high}M${high},${line - 3.5}v7`;
    return <path key={id} d={path} fill="none" stroke="var(--ink)" strokeWidth={1.25} />;
  });
}

/** Two bars a cluster: today above, projected below with its parts. The text beside it says the rest. */
export function CostBars(props: { rows: readonly CostRow[] }) {
  const longest = Math.max(
    ...props.rows.map(({ today, routed }) => Math.max(today, routed?.high ?? 0)),
  );
  const data = props.rows.map(({ id, today, routed }) => ({
    id,
    today,
    small: routed?.small ?? 0,
    verifier: routed?.verifier ?? 0,
    large: routed?.large ?? 0,
  }));
  const bar = { barSize: BAR_SIZE, isAnimationActive: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        layout="vertical"
        data={data}
        margin={{ top: 0, right: 1, bottom: 0, left: 0 }}
        barGap={GAP}
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[0, longest || 1]} />
        <YAxis type="category" dataKey="id" hide width={0} />
        <Bar dataKey="today" stackId="today" fill="var(--line-strong)" {...bar} />
        <Bar dataKey="large" stackId="routed" fill="var(--line-strong)" {...bar} />
        <Bar dataKey="small" stackId="routed" fill="var(--accent)" {...bar} />
        <Bar dataKey="verifier" stackId="routed" fill="var(--muted)" {...bar} />
        <ZIndexLayer zIndex={DefaultZIndexes.line}>
          <Whiskers rows={props.rows} />
        </ZIndexLayer>
      </BarChart>
    </ResponsiveContainer>
  );
}
