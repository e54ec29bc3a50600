import type { CallRecord } from "@/lib/calls/call";
import { flag } from "@/lib/formats/fields";
import {
  type Members,
  firstAmount,
  firstOf,
  firstText,
  membersOf,
  textOf,
} from "@/lib/formats/provider/members";
import { momentOf } from "@/lib/formats/provider/moment";
import { normalProvider } from "@/lib/spans/provider";

/** An id is taken as a call's own only from this length on: shorter ones are numbers of a line. */
const DISTINCT = 16;

const STEP = ["step_type", "stepType", "step.type", "step_name", "step", "langgraph_node"];
const FUNCTION = ["functionId", "function_id", "prompt_name"];
const AGENT = ["agent", "agent_name", "agentName", "agent.name"];
const STARTED = [
  "started_at",
  "start_time",
  "startTime",
  "request_created_at",
  "timestamp",
  "created_at",
  "time",
  "ts",
];
const ENDED = ["ended_at", "end_time", "endTime"];
const MILLIS = [
  "latency_ms",
  "duration_ms",
  "response_time_ms",
  "elapsed_ms",
  "delay_ms",
  "latencyMs",
];
const SECONDS = ["latency_s", "duration_s", "latency_seconds", "duration_seconds"];
const COST = ["cost_usd", "response_cost", "total_cost", "cost"];

export type LogFields = Pick<
  CallRecord,
  | "traceId"
  | "spanId"
  | "parentSpanId"
  | "agent"
  | "humanFacing"
  | "stepType"
  | "stepSource"
  | "provider"
  | "attempt"
  | "environment"
  | "statedCostUsd"
  | "latencyMs"
  | "startedAt"
  | "correct"
  | "traceOutcome"
> & { notes: string[] };

/**
 * What a log says beside the request and its answer. Every team names these in its own way, so a
 * member of another kind than expected says nothing, and nothing is refused for its sake.
 *
 * @param labels objects that carry tags: the record's metadata, the request's
 */
export function logFields(outer: Members, labels: readonly unknown[]): LogFields {
  const tags = [outer, membersOf(outer["metadata"]), ...labels.map(membersOf)];
  const tagged = (keys: readonly string[]) =>
    tags.map((one) => firstText(one, keys)).find((found) => found !== null) ?? null;
  const [started, startedKey] = firstMoment(outer, STARTED);
  const [ended] = firstMoment(outer, ENDED);
  const step =
    [tagged(STEP), tagged(FUNCTION)].find((name) => name && !/^\d+$/u.test(name)) ?? null;
  const attempt = outer["attempt"];
  return {
    traceId: idOf(firstOf(outer, ["trace_id", "traceId"])) ?? tagged(["trace_id", "traceId"]),
    spanId: idOf(firstOf(outer, ["span_id", "call_id"])) ?? distinctId(outer["id"]),
    parentSpanId: idOf(firstOf(outer, ["parent_span_id", "parent_id"])),
    agent: tagged(AGENT),
    humanFacing: yesOrNo(outer["human_facing"]),
    stepType: step,
    stepSource: step === null ? null : "instrumented",
    provider: normalProvider(tagged(["provider", "custom_llm_provider"])),
    attempt: Number.isSafeInteger(attempt) && Number(attempt) > 0 ? Number(attempt) : null,
    environment: tagged(["environment", "env"]),
    statedCostUsd: firstAmount(outer, COST),
    latencyMs: latencyOf(outer, started?.at ?? null, ended?.at ?? null),
    startedAt: started?.at ?? null,
    correct: yesOrNo(outer["correct"]),
    traceOutcome: yesOrNo(outer["trace_outcome"]),
    notes: started?.assumedUtc ? [`${startedKey} has no time zone: read as UTC`] : [],
  };
}

/** An id that is long enough to be nobody else's. */
export function distinctId(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length >= DISTINCT ? text : null;
}

function idOf(value: unknown): string | null {
  return Number.isSafeInteger(value) ? String(value) : textOf(value);
}

function firstMoment(outer: Members, keys: readonly string[]) {
  for (const key of keys) {
    const moment = momentOf(outer[key]);
    if (moment) return [moment, key] as const;
  }
  return [null, null] as const;
}

function latencyOf(outer: Members, started: string | null, ended: string | null): number | null {
  const millis = firstAmount(outer, MILLIS);
  if (millis !== null) return millis;
  const seconds = firstAmount(outer, SECONDS);
  if (seconds !== null) return seconds * 1000;
  if (started === null || ended === null) return null;
  const between = Date.parse(ended) - Date.parse(started);
  return between >= 0 ? between : null;
}

function yesOrNo(value: unknown): boolean | null {
  return flag.safeParse(value).data ?? null;
}
