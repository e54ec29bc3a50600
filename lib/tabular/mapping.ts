import { z } from "zod";

/** Our fields that a column of an unknown table may be taken for; their names are those of our own format. */
export const MAPPED_FIELDS = [
  "step_type",
  "prompt",
  "system",
  "messages",
  "response",
  "tool_context",
  "tools",
  "correct",
  "trace_outcome",
  "trace_id",
  "span_id",
  "parent_span_id",
  "agent",
  "human_facing",
  "environment",
  "provider",
  "request_model",
  "model",
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "cost_usd",
  "latency_ms",
  "started_at",
  "error",
  "attempt",
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/**
 * Which column of an unknown table holds which of our fields; a column `a.b` may lead into an
 * object. Fields that are not named stay unknown. `prompt` and `messages` are two ways to say what
 * was asked, of which one suffices.
 */
export const Mapping = z.partialRecord(z.enum(MAPPED_FIELDS), z.string().min(1).max(200));
export type Mapping = z.infer<typeof Mapping>;
