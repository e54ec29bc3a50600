import type { CallRecord } from "@/lib/calls/call";
import { emptyFacts, type CallFacts, type SpanRecord } from "@/lib/spans/span";
import type { CallGroup } from "./call-twins";
import { contentOf } from "./content-of";
import { joinSettings } from "./request-settings";

/** ISO 8601 in UTC to the millisecond, from Unix nanoseconds; null for what no date can hold. */
export function isoOf(nanos: string | null): string | null {
  if (nanos === null) return null;
  const millis = Number(BigInt(nanos) / 1_000_000n);
  return millis > 8.64e15 ? null : new Date(millis).toISOString();
}

/** Milliseconds between a span's start and end; null when either is unknown or they are turned. */
export function millisOf({ startNs, endNs }: SpanRecord): number | null {
  if (startNs === null || endNs === null) return null;
  const nanos = BigInt(endNs) - BigInt(startNs);
  return nanos < 0n ? null : Number(nanos) / 1e6;
}

/** What the trace tells of a call beside its own spans. */
export type Surroundings = Pick<
  CallRecord,
  "parentSpanId" | "agent" | "stepType" | "stepSource" | "environment" | "correct" | "traceOutcome"
>;

/** The call that the views of it describe together; the inner goes before the outer. */
export function buildCall(group: CallGroup, around: Surroundings): CallRecord {
  const [own, ...rest] = group;
  const facts = group.reduce((sum, span) => joinFacts(sum, span), emptyFacts());
  const failed = rest.map(({ error }) => error).find((error) => error !== null) ?? null;
  const error = own.error ?? (facts.response === null ? failed : null);
  const timed = group.find(({ startNs }) => startNs !== null) ?? own;
  return {
    traceId: own.traceId,
    spanId: own.spanId,
    ...around,
    ...facts,
    ...(error !== null && modelsOfFailure(facts)),
    modality: facts.modality,
    latencyMs: millisOf(timed) ?? facts.latencyMs,
    startedAt: isoOf(timed.startNs),
    error,
  };
}

/**
 * Sources of one model name write the requested one there until an answer names its own: of a call that
 * was never answered it stays the requested one.
 */
function modelsOfFailure({ response, outputTokens, model, requestModel }: CallFacts) {
  const isUnanswered = response === null && outputTokens === null && requestModel === null;
  return isUnanswered ? { requestModel: model, model: null } : {};
}

/** Fills what is open; of two inclusive token counts the larger is the one that leaves nothing out. */
function joinFacts(sum: CallFacts, span: SpanRecord): CallFacts {
  const fresh = { ...(span.call ?? emptyFacts()), ...contentOf(span) };
  const filled = Object.entries(fresh).filter(([key]) => sum[key as keyof CallFacts] === null);
  return {
    ...sum,
    ...Object.fromEntries(filled),
    settings: joinSettings(sum.settings, fresh.settings),
    inputTokens: larger(sum.inputTokens, fresh.inputTokens),
    outputTokens: larger(sum.outputTokens, fresh.outputTokens),
  };
}

const larger = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
