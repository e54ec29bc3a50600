import { z } from "zod";
import type { CallRecord } from "@/lib/calls/call";
import { amount, attempt, count, failure, flag, sourceId, text, time } from "@/lib/formats/fields";
import { inclusiveTokens } from "@/lib/formats/inclusive-tokens";
import { ForeignResponse } from "@/lib/formats/messages";
import { expected } from "@/lib/formats/reasons";

/** Request parameters that are kept as sent when they stand beside the messages. */
const SETTINGS = [
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "response_format",
  "temperature",
  "top_p",
  "max_tokens",
  "max_completion_tokens",
  "reasoning_effort",
  "stop",
  "seed",
] as const;

const asSent = z.unknown().optional();

/** The fields that both of our own formats know, under the same names. All but `response` may be missing. */
export const callFields = {
  trace_id: sourceId,
  span_id: sourceId,
  parent_span_id: sourceId,
  agent: text,
  human_facing: flag,
  step_type: text,
  provider: text,
  request_model: text,
  model: text,
  modality: text,
  attempt,
  environment: text,
  response: ForeignResponse,
  settings: z.record(z.string(), z.unknown(), { error: expected("an object or null") }).nullish(),
  tools: asSent,
  tool_choice: asSent,
  parallel_tool_calls: asSent,
  response_format: asSent,
  temperature: asSent,
  top_p: asSent,
  max_tokens: asSent,
  max_completion_tokens: asSent,
  reasoning_effort: asSent,
  stop: asSent,
  seed: asSent,
  input_tokens: count,
  cached_input_tokens: count,
  cache_write_tokens: count,
  output_tokens: count,
  reasoning_tokens: count,
  cost_usd: amount,
  latency_ms: amount,
  started_at: time,
  error: failure,
  correct: flag,
  trace_outcome: flag,
};

const CallFields = z.object(callFields);

type Outcome = Pick<CallRecord, "correct" | "traceOutcome">;

export type BuiltCall = { call: CallRecord; notes: string[] };

/** The call that the fields describe; the outcome is each format's own reading. */
export function buildCall(
  fields: z.infer<typeof CallFields>,
  messages: CallRecord["messages"],
  outcome: Outcome,
): BuiltCall {
  const notes: string[] = [];
  if (fields.started_at?.assumedUtc) notes.push("started_at has no time zone: read as UTC");
  const call: CallRecord = {
    traceId: fields.trace_id,
    spanId: fields.span_id,
    parentSpanId: fields.parent_span_id,
    agent: fields.agent,
    humanFacing: fields.human_facing,
    stepType: fields.step_type,
    stepSource: fields.step_type === null ? null : "instrumented",
    provider: fields.provider,
    requestModel: fields.request_model,
    model: fields.model,
    modality: fields.modality,
    attempt: fields.attempt,
    environment: fields.environment,
    messages,
    response: fields.response,
    settings: settingsOf(fields),
    ...tokensOf(fields, notes),
    statedCostUsd: fields.cost_usd,
    latencyMs: fields.latency_ms,
    startedAt: fields.started_at?.at ?? null,
    error: fields.error,
    ...outcome,
  };
  return { call, notes };
}

function settingsOf(fields: z.infer<typeof CallFields>): CallRecord["settings"] {
  const beside = SETTINGS.flatMap((key) => {
    const value = fields[key];
    return value === undefined || value === null ? [] : [[key, value] as const];
  });
  const settings = { ...fields.settings, ...Object.fromEntries(beside) };
  return Object.keys(settings).length === 0 ? null : settings;
}

function tokensOf(fields: z.infer<typeof CallFields>, notes: string[]) {
  const { tokens, notes: found } = inclusiveTokens({
    input: fields.input_tokens,
    cached: fields.cached_input_tokens,
    written: fields.cache_write_tokens,
    output: fields.output_tokens,
    reasoning: fields.reasoning_tokens,
  });
  notes.push(...found);
  return tokens;
}

/** Whether there is anything in it that only an LLM call has: text, or a model with tokens or a failure. */
export function isCall(call: CallRecord): boolean {
  if (call.messages !== null || call.response !== null) return true;
  const used = call.inputTokens ?? call.outputTokens ?? call.error;
  return call.model !== null && used !== null;
}
