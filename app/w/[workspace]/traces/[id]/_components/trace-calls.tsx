import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { FIRST_CELL, LAST_CELL } from "@/components/data-table/cell-edges";
import { cn } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { usePreferences } from "@/components/ui/preferences";
import { Table, TableHead } from "@/components/ui/table";
import type { TraceCall } from "@/lib/traces/traces-page";
import { TraceCallRow } from "./trace-call-row";

const ROW_HEIGHT = { compact: 32, comfortable: 36 } as const;

/** Rows in sight before the marked one. */
const ROWS_ABOVE = 4;

const COLUMNS = [
  { header: "#", width: "w-16", isNumber: true },
  { header: "step", width: "w-52", isNumber: false },
  { header: "act", width: "w-44", isNumber: false },
  { header: "model", width: "w-36", isNumber: false },
  { header: "tokens in", width: "w-24", isNumber: true },
  { header: "out", width: "w-18", isNumber: true },
  { header: "cost", width: "w-22", isNumber: true },
  { header: "latency", width: "w-24", isNumber: true },
  { header: "time", width: "w-auto", isNumber: false },
];

/** The calls of a run in order; only those in sight are drawn, so that ten thousand cost no more than ten. */
export function TraceCalls(props: {
  base: string;
  calls: readonly TraceCall[];
  /** The call that is marked, and in sight at first. */
  at: string | null;
}) {
  const { calls, at } = props;
  const marked = calls.findIndex(({ id }) => id === at);
  const height = ROW_HEIGHT[usePreferences().density];
  const scroller = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its rows are read here, in this render, alone
  const virtualizer = useVirtualizer({
    count: calls.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: Math.max(0, marked - ROWS_ABOVE) * height,
    // the server draws the first screen
    initialRect: { width: 1280, height: 800 },
  });
  if (calls.length === 0) {
    return (
      <EmptyState title="This trace has no LLM calls">
        Its records may have been deleted, or were merged into another trace.
      </EmptyState>
    );
  }
  const items = virtualizer.getVirtualItems();
  const above = items.at(0)?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      aria-label="Calls of the trace"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto [--edge:1rem] focus-visible:-outline-offset-2 lg:[--edge:1.5rem]"
    >
      <Table
        aria-label="Calls of the trace"
        aria-rowcount={calls.length + 1}
        className="min-w-[66rem] table-fixed"
      >
        <thead>
          <tr>
            {COLUMNS.map(({ header, width, isNumber }, index) => (
              <TableHead
                key={header}
                className={cn(
                  "sticky top-0 z-10",
                  width,
                  isNumber && "text-right",
                  index === 0 && FIRST_CELL,
                  index === COLUMNS.length - 1 && LAST_CELL,
                )}
              >
                {header}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {items.map((item) => {
            const call = calls[item.index];
            return call ? (
              <TraceCallRow
                key={call.id}
                call={call}
                position={item.index + 1}
                marked={item.index === marked}
                href={`${props.base}/calls/${call.id}`}
              />
            ) : null;
          })}
          <Gap height={below} />
        </tbody>
      </Table>
    </section>
  );
}

/** The room of the rows that are not drawn. */
function Gap(props: { height: number }) {
  return props.height > 0 ? <tr aria-hidden style={{ height: props.height }} /> : null;
}
