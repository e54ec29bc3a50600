import type { RowId } from "@/lib/ids";
import type { TraceSums } from "@/lib/traces/sum-trace";
import type { TraceRow } from "@/lib/traces/trace-row";

/** A page of the list of traces. */
export type TracesPage = {
  traces: TraceRow[];
  /** Exact up to 10,000; one more stands for all above. */
  count: number;
  previous: string | null;
  next: string | null;
};

/** A call as a row of its trace. */
export type TraceCall = {
  id: RowId;
  /** The step type, else the route key that stands for it. */
  step: string;
  act: string;
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  latencyMs: number | null;
  errored: boolean;
  /** Where it lies in the trace's time, each from 0 to 1; null when its time is unknown. */
  bar: { from: number; to: number } | null;
};

/** A trace as its page shows it. */
export type TraceDetail = {
  id: RowId;
  sourceTraceId: string;
  environment: string | null;
  outcome: boolean | null;
  startedAt: string | null;
  durationMs: number | null;
  sums: TraceSums;
  calls: TraceCall[];
  /** Whether this person may delete it. */
  mayDelete: boolean;
  /** Whether the trace has more calls than are shown. */
  isCut: boolean;
};
