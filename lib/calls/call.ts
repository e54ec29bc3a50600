import { z } from "zod";

/** One message of a conversation, in the canonical shape. Unknown extra keys are kept. */
export const Message = z.looseObject({
  role: z.string(),
  /** Text, or a list of parts as the provider sent them, or null (an assistant that only calls tools). */
  content: z.union([z.string(), z.array(z.unknown()), z.null()]),
  tool_calls: z.array(z.unknown()).optional(),
  tool_call_id: z.string().optional(),
  name: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

/** How the step type came to be known; null when there is none. */
export const StepSource = z.enum(["instrumented", "span name", "ancestor", "inferred"]);
export type StepSource = z.infer<typeof StepSource>;

const count = z.number().int().nonnegative().nullable();

/**
 * What one record says of one LLM call, after its format has been understood and before ids are
 * given. Null means that the source is silent. Token counts are inclusive: input includes the
 * cached and the written part, output includes reasoning.
 */
export const CallRecord = z.object({
  traceId: z.string().nullable(),
  spanId: z.string().nullable(),
  parentSpanId: z.string().nullable(),
  agent: z.string().nullable(),
  humanFacing: z.boolean().nullable(),
  stepType: z.string().nullable(),
  stepSource: StepSource.nullable(),
  provider: z.string().nullable(),
  requestModel: z.string().nullable(),
  model: z.string().nullable(),
  modality: z.string().nullable(),
  attempt: z.number().int().positive().nullable(),
  environment: z.string().nullable(),
  messages: z.array(Message).nullable(),
  response: Message.nullable(),
  /** Tools offered, response format, tool choice, sampling parameters: as sent, in one object. */
  settings: z.record(z.string(), z.unknown()).nullable(),
  inputTokens: count,
  cachedInputTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  reasoningTokens: count,
  /** What the source says the call cost, in US dollars. */
  statedCostUsd: z.number().nonnegative().nullable(),
  /** Milliseconds. */
  latencyMs: z.number().nonnegative().nullable(),
  /** ISO 8601 in UTC, to the millisecond. */
  startedAt: z.string().nullable(),
  error: z.string().nullable(),
  /** The call's own outcome. */
  correct: z.boolean().nullable(),
  /** The outcome of the whole run. */
  traceOutcome: z.boolean().nullable(),
});
export type CallRecord = z.infer<typeof CallRecord>;

/** The version of the code that turns records into calls; a newer one may complete stored calls. */
export const PARSER_VERSION = 1;
