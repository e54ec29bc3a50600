import { isObject } from "@/lib/formats/is-object";
import type { Attributes, OtlpSpan, Plain } from "@/lib/otlp/otlp";
import { unwrapJson } from "@/lib/spans/json-text";
import { nanosOf } from "@/lib/spans/nanos";
import { outcomeOf } from "@/lib/spans/outcome";
import { asObject, asText, dig, firstOf } from "@/lib/spans/plain-values";
import { readOtlpSpan } from "@/lib/spans/read-otlp-span";
import type { OutcomeFact, SpanRecord } from "@/lib/spans/span";
import { spanOf } from "@/lib/spans/span-reading";
import type { SpanFormat, SpanReading } from "@/lib/spans/span-format";

type Row = Record<string, unknown>;

/** A member of the span's context, nested (API, JSON) or as a dotted column (data frame). */
const context = (row: Row, key: string): string | null =>
  asText(firstOf(dig(row["context"], key), row[`context.${key}`]));

const isSpan = (value: unknown): value is Row =>
  isObject(value) &&
  context(value, "span_id") !== null &&
  (isObject(value["attributes"]) ||
    "span_kind" in value ||
    Object.keys(value).some((key) => key.startsWith("attributes.")));

const pageOf = (record: unknown): Row[] | null => {
  const data = isObject(record) ? record["data"] : null;
  return Array.isArray(data) && data.length > 0 && data.every(isSpan) ? data : null;
};

/** Spans as Phoenix exports them: JSON of its API, or rows of its data frame. */
export const phoenixFormat: SpanFormat = {
  id: "phoenix",
  name: "Phoenix spans (OpenInference)",
  detect: (record) => isSpan(record) || pageOf(record) !== null,
  readSpans(record): SpanReading {
    const rows = pageOf(record) ?? (isSpan(record) ? [record] : null);
    if (rows === null) return { kind: "unparseable", reason: "no span with a context" };
    return { kind: "spans", spans: rows.map(readRow), other: [], rejected: [], notes: [] };
  },
};

function readRow(row: Row): SpanRecord {
  const span = spanOf({
    traceId: context(row, "trace_id") ?? "",
    spanId: context(row, "span_id") ?? "",
    parentSpanId: asText(row["parent_id"]),
    name: asText(row["name"]) ?? "",
    startUnixNano: nanosOf(row["start_time"]),
    endUnixNano: nanosOf(row["end_time"]),
    attributes: attributesOf(row),
    events: eventsOf(row["events"]),
    status: {
      code: row["status_code"] === "ERROR" ? 2 : 0,
      message: asText(row["status_message"]),
    },
  });
  const read = readOtlpSpan(span);
  return {
    ...read,
    traceId: context(row, "trace_id"),
    outcomes: [...read.outcomes, ...annotationsOf(row)],
  };
}

function attributesOf(row: Row): Attributes {
  const flat: Record<string, Plain> = {};
  flatten(unwrapJson(row["attributes"] ?? null), "", flat, 0);
  for (const [key, value] of Object.entries(row))
    if (key.startsWith("attributes.")) flatten(value, key.slice("attributes.".length), flat, 0);
  const kind = asText(row["span_kind"]);
  return { ...flat, ...(kind === null ? {} : { "openinference.span.kind": kind }) };
}

/** Nested members as the dotted keys that they came from. */
function flatten(value: unknown, path: string, flat: Record<string, Plain>, depth: number): void {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : null;
  if (inner === null || depth > 32) {
    if (value !== undefined && value !== null && path !== "") flat[path] = value as Plain;
    return;
  }
  for (const [key, member] of inner)
    flatten(member, path === "" ? key : `${path}.${key}`, flat, depth + 1);
}

function eventsOf(events: unknown): OtlpSpan["events"] {
  const list = unwrapJson(events ?? null);
  return (Array.isArray(list) ? list : []).filter(isObject).map((event) => ({
    name: asText(event["name"]) ?? "",
    timeUnixNano: nanosOf(event["timestamp"]),
    attributes: asObject(event["attributes"]) as Attributes,
  }));
}

/** Annotations beside the span: `{name, result: {label, score}}` or flat. */
function annotationsOf(row: Row): OutcomeFact[] {
  const list = unwrapJson(firstOf(row["annotations"], row["span_annotations"]) ?? null);
  return (Array.isArray(list) ? list : []).filter(isObject).flatMap((one) => {
    const name = asText(one["name"]);
    const result = isObject(one["result"]) ? one["result"] : one;
    return name === null
      ? []
      : [outcomeOf(name, result["score"] ?? null, "span", { label: result["label"] })];
  });
}
