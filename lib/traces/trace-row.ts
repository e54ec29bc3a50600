import { z } from "zod";

const text = z.string().nullable();
const count = z.number().int().nonnegative();
const moment = z.iso.datetime().nullable();

/**
 * A trace as it leaves the house: `GET /api/v1/traces`, and the JSON and CSV of the list. Null is
 * unknown. Sums are over the calls that are known; how many are not stands beside them.
 */
export const TraceRow = z.strictObject({
  id: z.string(),
  /** The source's own id. */
  trace_id: z.string(),
  environment: text,
  /** ISO 8601 in UTC. */
  started_at: moment,
  ended_at: moment,
  duration_ms: z.number().nonnegative().nullable(),
  calls: count,
  errored: count,
  input_tokens: count.nullable(),
  output_tokens: count.nullable(),
  calls_without_tokens: count,
  /** US dollars: stated costs, else list prices. */
  cost_usd: z.number().nonnegative().nullable(),
  calls_without_cost: count,
  /** Whether the run did what it was for. */
  outcome: z.boolean().nullable(),
});
export type TraceRow = z.infer<typeof TraceRow>;

/** The columns of the CSV, in the order of the contract. */
export const TRACE_COLUMNS = Object.keys(TraceRow.shape) as (keyof TraceRow)[];
