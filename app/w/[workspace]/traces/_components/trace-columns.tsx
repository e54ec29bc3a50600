import type { DataColumn } from "@/components/data-table/data-column";
import { OutcomeMark } from "@/components/trace/outcome-mark";
import { PartialSum } from "@/components/trace/partial-sum";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatCount, formatTokens } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatDateTime, formatDuration } from "@/lib/display/time";
import type { TraceRow } from "@/lib/traces/trace-row";

/** The columns of the list of traces. */
export const TRACE_COLUMNS: readonly DataColumn<TraceRow>[] = [
  {
    id: "trace",
    header: "trace",
    maxWidth: "20rem",
    cell: (trace) => <ForeignText text={trace.trace_id} mono />,
  },
  {
    id: "start",
    header: "start",
    sortable: true,
    cell: (trace) => formatDateTime(trace.started_at),
  },
  {
    id: "duration",
    header: "duration",
    align: "end",
    cell: (trace) => formatDuration(trace.duration_ms),
  },
  { id: "calls", header: "calls", align: "end", cell: (trace) => formatCount(trace.calls) },
  { id: "errors", header: "errors", align: "end", cell: (trace) => formatCount(trace.errored) },
  {
    id: "in",
    header: "tokens in",
    align: "end",
    cell: (trace) => (
      <PartialSum
        text={formatTokens(trace.input_tokens)}
        known={trace.input_tokens !== null}
        without={trace.calls_without_tokens}
        what="tokens"
      />
    ),
  },
  {
    id: "out",
    header: "out",
    align: "end",
    cell: (trace) => (
      <PartialSum
        text={formatTokens(trace.output_tokens)}
        known={trace.output_tokens !== null}
        without={trace.calls_without_tokens}
        what="tokens"
      />
    ),
  },
  {
    id: "cost",
    header: "cost",
    align: "end",
    cell: (trace) => (
      <PartialSum
        text={formatMoney(trace.cost_usd)}
        known={trace.cost_usd !== null}
        without={trace.calls_without_cost}
        what="cost"
      />
    ),
  },
  { id: "outcome", header: "outcome", cell: (trace) => <OutcomeMark outcome={trace.outcome} /> },
];
