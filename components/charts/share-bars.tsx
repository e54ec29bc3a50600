import {
  Bar,
  BarChart,
  ResponsiveContainer,
  XAxis,
  YAxis,
  useXAxisScale,
  useYAxisScale,
} from "recharts";
import { HATCH_ID, PART_APPEARANCE } from "@/components/charts/part-appearance";
import { PART_KEYS, type ShareBar } from "@/components/charts/share-row";

const BAR_SIZE = 14;
/** A whisker on a shorter bar would only hide it; the text says the interval. */
const SHORTEST_WHISKERED = 24;

const segmentOf = (part: (typeof PART_KEYS)[number]) => {
  const { fill, edge } = PART_APPEARANCE[part];
  return function Segment(box: { x: number; y: number; width: number; height: number }) {
    if (!(box.width > 0)) return null;
    const width = Math.max(box.width - 1, 1);
    return (
      <rect
        x={box.x + 0.5}
        y={box.y + 0.5}
        width={Math.max(width - 0.5, 0.5)}
        height={box.height - 1}
        fill={fill}
        stroke={edge}
        strokeWidth={1}
      />
    );
  };
};

const SEGMENTS = PART_KEYS.map((part) => ({ part, shape: segmentOf(part) }));

/** The interval of the viable share, over each bar. */
function Whiskers(props: { bars: readonly ShareBar[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return props.bars.map((bar) => {
    const length = PART_KEYS.reduce((sum, key) => sum + bar[key], 0);
    const end = x(length);
    const start = x(0);
    if (!bar.whisker || end === undefined || start === undefined) return null;
    if (end - start < SHORTEST_WHISKERED) return null;
    const low = x(bar.whisker.low);
    const high = x(bar.whisker.high);
    const middle = y(bar.id, { position: "middle" });
    if (low === undefined || high === undefined || middle === undefined) return null;
    const path = `M${low},${middle - 4}V${middle + 4}M${low},${middle}H${high}M${high},${middle - 4}V${middle + 4}`;
    return (
      <g key={bar.id} fill="none">
        <path d={path} stroke="var(--canvas)" strokeWidth={4.5} />
        <path d={path} stroke="var(--ink)" strokeWidth={1.5} />
      </g>
    );
  });
}

/** The drawn half of a share chart; the rows of text beside it come from ShareChart. */
export function ShareBars(props: { bars: readonly ShareBar[] }) {
  const longest = Math.max(
    ...props.bars.map((bar) => PART_KEYS.reduce((sum, key) => sum + bar[key], 0)),
    0,
  );
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        layout="vertical"
        data={[...props.bars]}
        margin={{ top: 0, right: 1, bottom: 0, left: 0 }}
        barSize={BAR_SIZE}
        accessibilityLayer={false}
      >
        <defs>
          <pattern
            id={HATCH_ID}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1={0} y1={0} x2={0} y2={5} stroke="var(--hatch)" strokeWidth={2} />
          </pattern>
        </defs>
        <XAxis type="number" hide domain={[0, longest || 1]} />
        <YAxis type="category" dataKey="id" hide width={0} />
        {SEGMENTS.map(({ part, shape }) => (
          <Bar key={part} dataKey={part} stackId="parts" shape={shape} isAnimationActive={false} />
        ))}
        <Whiskers bars={props.bars} />
      </BarChart>
    </ResponsiveContainer>
  );
}
