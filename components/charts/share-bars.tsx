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
import { HATCH_ID, PART_APPEARANCE } from "@/components/charts/part-appearance";
import { PART_KEYS, type ShareBar } from "@/components/charts/share-row";

const BAR_SIZE = 14;
/** From the bar to the middle of its whisker, in pixels. */
const WHISKER_GAP = 4.5;
/** A shorter interval would be a blot; the text says it. */
const SHORTEST_WHISKER = 4;

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

/** The interval of the viable share, as a bracket under each bar, where it hides nothing. */
function Whiskers(props: { bars: readonly ShareBar[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return props.bars.map((bar) => {
    if (!bar.whisker) return null;
    const low = x(bar.whisker.low);
    const high = x(bar.whisker.high);
    const middle = y(bar.id, { position: "middle" });
    if (low === undefined || high === undefined || middle === undefined) return null;
    if (high - low < SHORTEST_WHISKER) return null;
    const line = middle + BAR_SIZE / 2 + WHISKER_GAP;
    const path = `M${low},${line - 2.5}v5M${low},${line}H${high}M${high},${line - 2.5}v5`;
    return <path key={bar.id} d={path} fill="none" stroke="var(--ink)" strokeWidth={1.25} />;
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
        <ZIndexLayer zIndex={DefaultZIndexes.line}>
          <Whiskers bars={props.bars} />
        </ZIndexLayer>
      </BarChart>
    </ResponsiveContainer>
  );
}
