import type { Decoded } from "@/lib/otlp/otlp";
import type { SpanRecord } from "@/lib/spans/span";
import type { SpanReading } from "@/lib/spans/span-format";

type Read = Extract<SpanReading, { kind: "spans" }>;

/**
 * What the items of one export request say, each read by `readOtlpSpan` or `readOtlpLog`. A log line
 * of the application (null) is `other`.
 */
export function readingOfItems({ items, rejected }: Decoded<SpanRecord | null>): Read {
  const spans = items.filter((span) => span !== null);
  const other = Array.from(
    { length: items.length - spans.length },
    () => "a log record that is no part of an LLM call",
  );
  return { kind: "spans", spans, other, rejected, notes: [] };
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
