import type { ReactNode } from "react";
import { ItemStrip, type StripItem } from "@/components/label/item-strip";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatCount } from "@/lib/display/count";
import { formatDuration } from "@/lib/display/time";
import { wholeMinutes } from "@/lib/labelling/pace";

/** Where one is: the cluster, the progress and what is left of it, the items around, what is saved. */
export function LabelHead(props: {
  cluster: string | null;
  done: number;
  total: number;
  skipped: number;
  /** Milliseconds at the person's own pace; null says nothing. */
  timeLeft: number | null;
  strip: readonly StripItem[];
  shownId: string | null;
  onGoTo: (itemId: string) => void;
  saved: ReactNode;
}) {
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1.5 sm:flex-nowrap lg:px-6">
      <p className="min-w-0 flex-[1_1_60%] sm:flex-initial">
        <ForeignText text={props.cluster ?? ""} mono className="font-medium" />
      </p>
      <p className="order-1 shrink-0 text-muted tabular-nums sm:order-none sm:mr-auto">
        {formatCount(props.done)} of {formatCount(props.total)}
        <span className="hidden md:inline">
          {props.timeLeft === null
            ? null
            : ` · about ${formatDuration(wholeMinutes(props.timeLeft))} left at your pace`}
          {props.skipped === 0 ? null : ` · ${formatCount(props.skipped)} skipped`}
        </span>
      </p>
      <div className="order-2 ml-auto sm:order-none sm:ml-0">
        <ItemStrip items={props.strip} shownId={props.shownId} onGoTo={props.onGoTo} />
      </div>
      {props.saved}
    </div>
  );
}
