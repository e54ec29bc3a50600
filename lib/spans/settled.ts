import type { CallRecord } from "@/lib/calls/call";
import type { SpanRole, ToolRun } from "@/lib/spans/span";

/** One real LLM call of a settled trace. */
export type SettledCall = {
  /** Complete: ids, step, agent, outcome, attempt and times as the trace tells them. */
  call: CallRecord;
  /** The spans that were second views of this call; their rows carry `merged_into`. Sorted. */
  mergedSpanIds: string[];
  /** The provider's id of the answer. */
  responseId: string | null;
  /** The switch to set, when the call came without messages or answer; for the receipt. */
  contentHint: string | null;
};

/** A span of the trace that is no LLM call: it names steps, carries outcomes, shows what tools did. */
export type SettledSpan = {
  spanId: string;
  parentSpanId: string | null;
  name: string | null;
  role: SpanRole;
  /** ISO 8601 in UTC, to the millisecond. */
  startedAt: string | null;
  latencyMs: number | null;
  error: string | null;
  agent: string | null;
  tool: ToolRun | null;
  /** The outcome that was stated of it. */
  correct: boolean | null;
  /** The span id of the call of which this span is a second view, else null. */
  mergedInto: string | null;
};

/** What holds for the run as a whole. */
export type SettledRun = {
  traceId: string | null;
  name: string | null;
  environment: string | null;
  sessionId: string | null;
  userId: string | null;
  startedAt: string | null;
  endedAt: string | null;
  /** The outcome that belongs to no single call. */
  outcome: boolean | null;
};

export type SettledTrace = {
  /** By time, then span id. */
  calls: SettledCall[];
  /** All other spans, the merged ones among them. By time, then span id. */
  other: SettledSpan[];
  run: SettledRun;
};
