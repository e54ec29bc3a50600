import { z } from "zod";

const nanos = z.string().nullable();

/**
 * What the spans of a settled trace have in common, as far as further ones may change it. Only a
 * trace has one in which no outcome was stated, no two spans name different environments and every
 * call came out of a span: there, what a new span changes can be found without all the others.
 */
const TraceState = z.object({
  /** Rows that it has, so that a trace of which any was taken away or added otherwise is noticed. */
  spans: z.number().int(),
  calls: z.number().int(),
  environment: z.string().nullable(),
  /** Of the earliest start and the latest end, in Unix nanoseconds. */
  startNs: nanos,
  endNs: nanos,
});
export type TraceState = z.infer<typeof TraceState>;

/** Reads back what a trace's row says; null when it says nothing. */
export const readState = (settled: string | null): TraceState | null =>
  settled === null ? null : TraceState.parse(JSON.parse(settled));
