import { isObject } from "@/lib/formats/is-object";
import { decodeLogsJson, decodeTraceJson } from "@/lib/otlp/decode";
import { joinSpanReadings, readingOfItems } from "@/lib/spans/read-otlp";
import { readOtlpLog, readOtlpSpan } from "@/lib/spans/read-otlp-span";
import type { SpanFormat, SpanReading } from "@/lib/spans/span-format";

/** OTLP/JSON as exporters to a file and the collector write it: one export request per record. */
export const otlpJsonFormat: SpanFormat = {
  id: "otlp-json",
  name: "OpenTelemetry (OTLP JSON)",
  detect: (record) =>
    isObject(record) &&
    (Array.isArray(record["resourceSpans"]) ||
      Array.isArray(record["resourceLogs"]) ||
      Array.isArray(record["resourceMetrics"])),
  readSpans(record): SpanReading {
    if (!isObject(record)) return { kind: "unparseable", reason: "not an export request" };
    const { resourceSpans, resourceLogs, resourceMetrics } = record;
    const traces = decodeTraceJson({ resourceSpans: resourceSpans ?? [] }, readOtlpSpan);
    const logs = decodeLogsJson({ resourceLogs: resourceLogs ?? [] }, readOtlpLog);
    if (!traces.ok) return { kind: "unparseable", reason: traces.message };
    if (!logs.ok) return { kind: "unparseable", reason: logs.message };
    const reading = joinSpanReadings([readingOfItems(traces.value), readingOfItems(logs.value)]);
    if (Array.isArray(resourceMetrics)) reading.other.push("metrics");
    return reading;
  },
};
