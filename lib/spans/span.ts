import { z } from "zod";
import { CallRecord, Message, StepSource } from "@/lib/calls/call";

/**
 * What a span is. `llm` is one request to a model (a wrapper that only sums up requests below it is
 * a `chain`); `embedding` is a request that no small language model can take; `agent` names the
 * agent of what lies below it; `other` is known to be none of these.
 */
export const SpanRole = z.enum([
  "llm",
  "embedding",
  "agent",
  "chain",
  "tool",
  "retrieval",
  "other",
]);
export type SpanRole = z.infer<typeof SpanRole>;

const text = z.string().nullable().default(null);
const nanos = z
  .string()
  .regex(/^\d{1,20}$/u)
  .nullable()
  .default(null);

/**
 * One statement about how well something went. It hangs on the span that stated it, on the span it
 * was given to, or (empty span id) on the whole trace; settling decides which call it belongs to.
 */
export const OutcomeFact = z.object({
  /** The source's id of the statement: of two with one id the later stands. */
  id: text,
  /** When it was said, comparable as text among statements of one source. */
  at: text,
  /** `call`: the source names the very call. `span`: what lies below this span. `trace`: the whole run. */
  target: z.enum(["call", "span", "trace"]),
  /** The name of the score, evaluation or feedback, as sent. */
  name: z.string(),
  /** Whether it says right or wrong; null when it says something else (a rating, a measure). */
  value: z.boolean().nullable(),
  /** Number or label as sent. */
  raw: z.union([z.number(), z.string(), z.boolean(), z.null()]).default(null),
  /** Of people who used the product (thumbs, stars): kept apart from correctness. */
  userFeedback: z.boolean().default(false),
  /** The provider's id of the answer that is meant, where the source names it. */
  responseId: text,
});
export type OutcomeFact = z.infer<typeof OutcomeFact>;

/** A message that came by itself (a log record or span event), to be put in order with its kind. */
export const MessagePiece = z.object({
  /** Unix nanoseconds, decimal; empty when unknown. */
  at: z.string(),
  /** Place among the pieces of one body, for equal times. */
  seq: z.number().int().nonnegative(),
  side: z.enum(["input", "output"]),
  message: Message,
});
export type MessagePiece = z.infer<typeof MessagePiece>;

/** What a tool span says of the tool's run. */
export const ToolRun = z.object({
  name: text,
  /** The id of the tool call that the model wrote. */
  callId: text,
  arguments: z.unknown().default(null),
  result: z.unknown().default(null),
});
export type ToolRun = z.infer<typeof ToolRun>;

const shape = CallRecord.shape;
const unknown = <T extends z.ZodType>(schema: T) => schema.default(null as never);

/**
 * The part of a {@link CallRecord} that the span itself states; what its place in the trace tells
 * (ids, step, agent, outcome, times) is settled later. Tokens are inclusive, as in CallRecord.
 */
export const CallFacts = z.object({
  provider: unknown(shape.provider),
  requestModel: unknown(shape.requestModel),
  model: unknown(shape.model),
  modality: unknown(shape.modality),
  attempt: unknown(shape.attempt),
  humanFacing: unknown(shape.humanFacing),
  messages: unknown(shape.messages),
  response: unknown(shape.response),
  settings: unknown(shape.settings),
  inputTokens: unknown(shape.inputTokens),
  cachedInputTokens: unknown(shape.cachedInputTokens),
  cacheWriteTokens: unknown(shape.cacheWriteTokens),
  outputTokens: unknown(shape.outputTokens),
  reasoningTokens: unknown(shape.reasoningTokens),
  statedCostUsd: unknown(shape.statedCostUsd),
  latencyMs: unknown(shape.latencyMs),
});
export type CallFacts = z.infer<typeof CallFacts>;

/**
 * What ONE record (an OTLP span, a log record, a Langfuse event, a LangSmith post or patch, a
 * score) says of ONE span. Null is "this record is silent". Records of one span are folded by
 * `foldSpan`; folded spans of one trace are settled by `settleTrace`, again whenever a late record
 * comes. JSON-serialisable: members that are null may be left out in storage (`compactSpan`) and
 * come back by `SpanRecord.parse`.
 */
export const SpanRecord = z.object({
  /** As the source writes it. Null when the record names only its span (some scores do). */
  traceId: text,
  /** As the source writes it. Empty: the record speaks of the trace as a whole. */
  spanId: z.string(),
  /** Null when this record names no parent. */
  parentSpanId: text,
  name: text,
  role: unknown(SpanRole.nullable()),
  /** Unix nanoseconds, decimal. */
  startNs: nanos,
  endNs: nanos,
  /** What went wrong, however the source spells failure. */
  error: text,
  environment: text,
  /** Name of the instrumentation scope, for telling one instrumentation from another. */
  scope: text,
  /** `service.name`, or what stands for it: names the agent when nothing else does. */
  service: text,
  /** The agent that this span names: itself if its role is agent, else the one it says it runs in. */
  agent: text,
  /** The step type that this record states by a tag, or by names of its ancestors that it repeats. */
  step: text,
  stepSource: unknown(StepSource.nullable()),
  sessionId: text,
  userId: text,
  /** The provider's id of the answer. */
  responseId: text,
  call: unknown(CallFacts.nullable()),
  pieces: z.array(MessagePiece).default([]),
  tool: unknown(ToolRun.nullable()),
  outcomes: z.array(OutcomeFact).default([]),
  /** What to switch on so that messages are sent, when this span is an LLM call without them. */
  contentHint: text,
  /**
   * Field → mark of when the source said it, for sources that correct themselves (Langfuse events,
   * LangSmith patches): of two different values the one with the greater mark stands.
   */
  stamps: z.record(z.string(), z.string()).default({}),
});
export type SpanRecord = z.infer<typeof SpanRecord>;

/** A record that says nothing yet but whom it speaks of. */
export function emptySpan(traceId: string | null, spanId: string): SpanRecord {
  return SpanRecord.parse({ traceId, spanId });
}

/** Facts that say nothing yet. */
export const emptyFacts = (): CallFacts => CallFacts.parse({});
