import { RowName } from "@/components/charts/row-name";
import { type ShareRow, formatRowShare } from "@/components/charts/share-row";
import { cn } from "@/components/ui/class-names";
import { formatCount } from "@/lib/display/count";

// Wide: name, weight, bar, share, labels, note in one line. Narrow: the texts above the bar.
export const SHARE_COLUMNS =
  "grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[11rem_4.5rem_minmax(8rem,1fr)_8rem_3rem] xl:grid-cols-[14rem_5rem_minmax(8rem,1fr)_8rem_3rem_10rem]";

/** The texts of one bar; the bar itself is drawn over the gap they leave. */
export function ShareChartRow(props: { row: ShareRow }) {
  const { row } = props;
  return (
    <li
      className={cn(
        "grid h-14 items-start gap-x-3 border-t border-line pt-1 md:h-9 md:items-center md:pt-0",
        SHARE_COLUMNS,
      )}
    >
      <RowName row={row} />
      <span className="hidden text-right md:block">{row.weightText}</span>
      <span className="hidden md:block" />
      <span className="text-right whitespace-nowrap">
        <span className="text-muted md:hidden">{row.weightText} · </span>
        {formatRowShare(row)}
        <span className="text-muted md:hidden"> · n&nbsp;{formatCount(row.n)}</span>
      </span>
      <span className="hidden text-right text-muted md:block">{formatCount(row.n)}</span>
      <span className="hidden truncate text-muted xl:block" title={row.note ?? undefined}>
        {row.note}
      </span>
    </li>
  );
}
