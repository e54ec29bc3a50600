import { spans } from "@/db/schema";
import type { RowId } from "@/lib/ids";
import type { SettledCall, SettledSpan } from "@/lib/spans/settled";
import type { SpanRow } from "./unpack-span";

/** What a settled trace says of a span, as far as lists show it. */
export type SpanFacts = Pick<
  SpanRow,
  | "sourceParentSpanId"
  | "role"
  | "name"
  | "startedAt"
  | "latencyMs"
  | "error"
  | "agent"
  | "toolName"
  | "correct"
  | "callId"
  | "merged"
  | "settledId"
>;

export type NewSpanRow = typeof spans.$inferInsert;

/** A span that is an LLM call. */
export function factsOfCall(
  { call }: SettledCall,
  name: string | null,
  callId: RowId,
  settledId: RowId | null,
): SpanFacts {
  const { startedAt, latencyMs, error, agent, correct } = call;
  return {
    sourceParentSpanId: call.parentSpanId,
    role: "llm",
    name,
    startedAt,
    latencyMs,
    error,
    agent,
    toolName: null,
    correct,
    callId,
    merged: false,
    settledId,
  };
}

/** Any other span; `callId` when it is a second view of that call. */
export function factsOfSpan(
  span: SettledSpan,
  callId: RowId | null,
  settledId: RowId | null,
): SpanFacts {
  const { name, role, startedAt, latencyMs, error, agent, correct } = span;
  return {
    sourceParentSpanId: span.parentSpanId,
    role,
    name,
    startedAt,
    latencyMs,
    error,
    agent,
    toolName: span.tool?.name ?? null,
    correct,
    callId,
    merged: callId !== null,
    settledId,
  };
}

/** What is known of a record whose span settling does not speak of, such as a lone score. */
export const NO_FACTS: SpanFacts = {
  sourceParentSpanId: null,
  role: null,
  name: null,
  startedAt: null,
  latencyMs: null,
  error: null,
  agent: null,
  toolName: null,
  correct: null,
  callId: null,
  merged: false,
  settledId: null,
};

/** Whether a stored row already says all this. */
export function saysAlready(row: SpanRow, facts: SpanFacts): boolean {
  const keys = Object.keys(facts) as (keyof SpanFacts)[];
  return keys.every((key) =>
    key === "startedAt" ? instant(row[key]) === instant(facts[key]) : row[key] === facts[key],
  );
}

const instant = (time: string | null) => (time === null ? null : new Date(time).getTime());
