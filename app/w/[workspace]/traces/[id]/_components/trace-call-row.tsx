import { OctagonAlert } from "lucide-react";
import { Link } from "@/components/ui/link";
import { FIRST_CELL, LAST_CELL } from "@/components/data-table/cell-edges";
import { TimeBar } from "@/components/trace/time-bar";
import { cn } from "@/components/ui/class-names";
import { ForeignText } from "@/components/ui/foreign-text";
import { TableCell, TableNumber } from "@/components/ui/table";
import { formatCount, formatTokens } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatMoney } from "@/lib/display/money";
import { formatDuration } from "@/lib/display/time";
import type { TraceCall } from "@/lib/traces/traces-page";

/** One call of a run; the whole row is the link to it. */
export function TraceCallRow(props: {
  call: TraceCall;
  position: number;
  href: string;
  /** Whether somebody was led to this one. */
  marked: boolean;
}) {
  const { call, marked } = props;
  return (
    <tr
      aria-rowindex={props.position + 1}
      aria-current={marked ? "true" : undefined}
      className={cn("relative hover:bg-sunken", marked && "bg-accent-soft")}
    >
      <TableNumber className={cn("text-muted", FIRST_CELL)}>
        {formatCount(props.position)}
      </TableNumber>
      <TableCell>
        <span className="flex min-w-0 items-center gap-1.5">
          <Link
            href={props.href}
            prefetch={false}
            className="min-w-0 font-medium after:absolute after:inset-0 hover:underline"
          >
            <ForeignText text={call.step} />
          </Link>
          {call.errored ? (
            <span className="inline-flex shrink-0 items-center gap-1 text-xs font-medium">
              <OctagonAlert aria-hidden className="size-3.5" />
              error
            </span>
          ) : null}
        </span>
      </TableCell>
      <TableCell>
        <ForeignText text={call.act} />
      </TableCell>
      <TableCell>{call.model === null ? DASH : <ForeignText text={call.model} />}</TableCell>
      <TableNumber>{formatTokens(call.inputTokens)}</TableNumber>
      <TableNumber>{formatTokens(call.outputTokens)}</TableNumber>
      <TableNumber>{formatMoney(call.costUsd)}</TableNumber>
      <TableNumber>{formatDuration(call.latencyMs)}</TableNumber>
      <TableCell className={LAST_CELL}>
        <TimeBar bar={call.bar} />
      </TableCell>
    </tr>
  );
}
