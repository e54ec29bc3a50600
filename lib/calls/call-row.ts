import { z } from "zod";
import { CALL_FLAGS } from "@/lib/calls/call-query";

const text = z.string().nullable();
const count = z.number().int().nonnegative().nullable();
const amount = z.number().nonnegative().nullable();
const outcome = z.boolean().nullable();

/**
 * A call as it leaves the house: `GET /api/v1/calls`, and the JSON and CSV of the list. Null is "the
 * source is silent". Tokens are inclusive: input includes cached and written, output includes
 * reasoning. Ids of traces and spans are the source's own.
 */
export const CallRow = z.strictObject({
  id: z.string(),
  trace_id: text,
  span_id: text,
  parent_id: text,
  step_type: text,
  step_source: text,
  route_key: z.string(),
  act: z.string(),
  cluster: z.string(),
  agent: text,
  human_facing: outcome,
  provider: text,
  request_model: text,
  model: text,
  modality: text,
  attempt: z.number().int().positive().nullable(),
  environment: text,
  input_tokens: count,
  cached_input_tokens: count,
  cache_write_tokens: count,
  output_tokens: count,
  reasoning_tokens: count,
  /** US dollars, as the source states it. */
  stated_cost_usd: amount,
  /** US dollars: the tokens at the list price of their day. */
  computed_cost_usd: amount,
  latency_ms: amount,
  /** ISO 8601 in UTC. */
  started_at: z.iso.datetime().nullable(),
  error: text,
  /** The call's own outcome. */
  correct: outcome,
  /** The outcome of the whole run. */
  trace_outcome: outcome,
  flags: z.array(z.enum(CALL_FLAGS)),
});
export type CallRow = z.infer<typeof CallRow>;

/** The columns of the CSV, in the order of the contract. */
export const CALL_COLUMNS = Object.keys(CallRow.shape) as (keyof CallRow)[];

/** A call of a folded list, and the calls of the list that were asked alike, itself among them. */
export const FoldedCallRow = CallRow.extend({
  folded_calls: z.number().int().positive(),
  /** US dollars, as stated, else from tokens; over the calls whose cost is known. */
  folded_cost_usd: amount,
  folded_calls_without_cost: z.number().int().nonnegative(),
});
export type FoldedCallRow = z.infer<typeof FoldedCallRow>;

export const FOLDED_CALL_COLUMNS = Object.keys(FoldedCallRow.shape) as (keyof FoldedCallRow)[];
