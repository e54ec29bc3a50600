import type { Decoded, OtlpLogRecord, OtlpSpan } from "@/lib/otlp/otlp";
import type { SpanReading } from "@/lib/spans/span-format";
import { readOtlpLog, readOtlpSpan } from "./read-otlp-span";

type Read = Extract<SpanReading, { kind: "spans" }>;

/** What the spans of one export request say. Each item ends in `spans` or `rejected`. */
export function readOtlpTraces({ items, rejected }: Decoded<OtlpSpan>): Read {
  return { kind: "spans", spans: items.map(readOtlpSpan), other: [], rejected, notes: [] };
}

/** What the log records of one export request say. A log line of the application is `other`. */
export function readOtlpLogs({ items, rejected }: Decoded<OtlpLogRecord>): Read {
  const read: Read = { kind: "spans", spans: [], other: [], rejected, notes: [] };
  for (const [seq, item] of items.entries()) {
    const span = readOtlpLog(item, seq);
    if (span !== null) read.spans.push(span);
    else read.other.push("a log record that is no part of an LLM call");
  }
  return read;
}

/** Several readings of one record as one. */
export function joinSpanReadings(readings: readonly Read[]): Read {
  return {
    kind: "spans",
    spans: readings.flatMap(({ spans }) => spans),
    other: readings.flatMap(({ other }) => other),
    rejected: readings.flatMap(({ rejected }) => rejected),
    notes: [...new Set(readings.flatMap(({ notes }) => notes))],
  };
}
