import type { Attributes, OtlpLogRecord, OtlpSpan } from "@/lib/otlp/otlp";
import { emptyFacts, ToolRun, type SpanRecord, type SpanRole } from "@/lib/spans/span";
import {
  joinReadings,
  recordOf,
  type Dialect,
  type DialectReading,
} from "@/lib/spans/span-reading";
import { readCommonTags } from "./common-tags";
import { contentHintOf } from "./content-hint";
import { eventOfLog, eventsOfSpan, readEvent, type EventReading } from "./dialects/events";
import { googleAdk, pydanticAi } from "./dialects/frameworks";
import { genAi } from "./dialects/gen-ai";
import { langfuse } from "./dialects/langfuse";
import { langsmith } from "./dialects/langsmith";
import { openInference } from "./dialects/open-inference";
import { traceloop } from "./dialects/traceloop";
import { vercelAi, vercelAi7 } from "./dialects/vercel-ai";
import { asCount, asName, asText, firstOf } from "./plain-values";

/** Of two that speak for a span, the earlier is believed; the later fills what it left open. */
export const dialects: readonly Dialect[] = [
  langfuse,
  langsmith,
  vercelAi,
  vercelAi7,
  pydanticAi,
  openInference,
  googleAdk,
  traceloop,
  genAi,
];

/** What each dialect that speaks for the span makes of it, in order of belief. */
export const readDialects = (span: OtlpSpan): DialectReading[] =>
  dialects.filter((one) => one.speaks(span)).map((one) => one.read(span));

/** What one OTLP span says, in whatever dialects it speaks. Never throws. */
export function readOtlpSpan(span: OtlpSpan): SpanRecord {
  const { attributes: a } = span;
  const reading = joinReadings([readCommonTags(a), ...readDialects(span)]);
  const role = reading.role ?? silentRole(span);
  const events = eventsOfSpan(span).flatMap((event, seq) => readEvent(event, seq) ?? []);
  const isCall = role === "llm" || role === "embedding";
  const call = isCall ? joinCall(reading, events) : null;
  return {
    ...recordOf(span.traceId, span.spanId, reading),
    parentSpanId: span.parentSpanId,
    name: asText(span.name),
    role,
    startNs: span.startUnixNano,
    endNs: span.endUnixNano,
    error: reading.error ?? errorOf(span, isCall),
    environment: reading.environment ?? environmentOf(span.resource),
    scope: span.scopeName,
    service: asName(firstOf(span.resource["service.name"], a["langsmith.trace.session_name"])),
    call,
    tool: role === "tool" ? ToolRun.parse(reading.tool ?? {}) : null,
    pieces: isCall ? events.flatMap(({ pieces }) => pieces) : [],
    outcomes: [...(reading.outcomes ?? []), ...events.flatMap(({ outcomes }) => outcomes)],
    contentHint: role === "llm" ? contentHintOf(span) : null,
  };
}

/** What a log record says of its span; null when it says nothing of a call, or names no span. */
export function readOtlpLog(record: OtlpLogRecord, seq: number): SpanRecord | null {
  const event = readEvent(eventOfLog(record), seq);
  if (event === null || record.spanId === null) return null;
  const reading = joinReadings([{ call: event.call }]);
  return {
    ...recordOf(record.traceId, record.spanId, {}),
    call: event.call === null ? null : { ...emptyFacts(), ...reading.call },
    pieces: event.pieces,
    outcomes: event.outcomes,
  };
}

function joinCall(reading: DialectReading, events: readonly EventReading[]) {
  const readings = events.flatMap(({ call }) => (call === null ? [] : [{ call }]));
  return { ...emptyFacts(), ...joinReadings([{ call: reading.call ?? {} }, ...readings]).call };
}

/** A span that no dialect speaks for: code of the application, or traffic. */
function silentRole({ kind }: OtlpSpan): SpanRole {
  return kind <= 1 ? "chain" : "other";
}

const environmentOf = (resource: Attributes): string | null =>
  asName(firstOf(resource["deployment.environment.name"], resource["deployment.environment"]));

/** Status, error type, a recorded exception or an HTTP status: whichever says that it failed. */
function errorOf(span: OtlpSpan, isCall: boolean): string | null {
  const { attributes: a, status, events } = span;
  const exception = events.find(({ name }) => name === "exception")?.attributes;
  const type = asText(firstOf(a["error.type"], exception?.["exception.type"]));
  const http = asCount(firstOf(a["http.response.status_code"], a["http.status_code"])) ?? 0;
  const failed = status.code === 2 || a["error.type"] !== undefined || (isCall && http >= 400);
  if (!failed && !(isCall && exception !== undefined)) return null;
  const message = asText(
    firstOf(status.message, exception?.["exception.message"], a["error.message"]),
  );
  return message ?? type ?? (http >= 400 ? `HTTP ${http}` : "error");
}
