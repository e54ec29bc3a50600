import { formatBar, formatShareAtBar } from "@/lib/display/percent";
import type { Share } from "@/lib/statistics/share-result";

const WIDTH = 160;

/** The interval of a share against the bar that its lower end must reach. */
export function BarMark(props: { share: Share | null; bar: number }) {
  const { share, bar } = props;
  const x = (value: number) => 4 + value * (WIDTH - 8);
  const interval = share?.interval ?? null;
  const value = share?.value ?? null;
  return (
    <svg
      role="img"
      width={WIDTH}
      height={20}
      viewBox={`0 0 ${WIDTH} 20`}
      className="shrink-0"
      aria-label={`${formatShareAtBar(value, interval, bar)} against a bar of ${formatBar(bar)}`}
    >
      <line x1={x(0)} x2={x(1)} y1={10} y2={10} stroke="var(--line)" strokeWidth={2} />
      <line
        x1={x(bar)}
        x2={x(bar)}
        y1={1}
        y2={19}
        stroke="var(--muted)"
        strokeWidth={1.5}
        strokeDasharray="3 2"
      />
      {interval ? (
        <g stroke="var(--ink)" strokeWidth={2}>
          <line x1={x(interval.low)} x2={x(interval.high)} y1={10} y2={10} />
          <line x1={x(interval.low)} x2={x(interval.low)} y1={5} y2={15} />
          <line x1={x(interval.high)} x2={x(interval.high)} y1={5} y2={15} />
        </g>
      ) : null}
      {value === null ? null : <circle cx={x(value)} cy={10} r={3.5} fill="var(--ink)" />}
    </svg>
  );
}
