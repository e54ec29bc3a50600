import { ForeignText } from "@/components/ui/foreign-text";
import { formatCount } from "@/lib/display/count";
import type { DrawSummary } from "@/lib/labelling/draw-summary";

/** How many items of a draw each rater has labelled. */
export function RaterCoverage(props: { coverage: DrawSummary["coverage"]; items: number }) {
  if (props.coverage.length === 0) return <span className="text-muted">nobody yet</span>;
  return (
    <ul className="flex flex-col py-1">
      {props.coverage.map(({ rater, labelled }) => (
        <li key={rater} className="flex items-baseline gap-2 tabular-nums">
          <span className="w-20 text-right">
            {formatCount(labelled)} of {formatCount(props.items)}
          </span>
          <ForeignText text={rater} className="max-w-40 text-muted" />
        </li>
      ))}
    </ul>
  );
}
