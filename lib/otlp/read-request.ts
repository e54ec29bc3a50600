import { isObject } from "@/lib/formats/is-object";
import type { Decoded, OtlpEvent, OtlpLogRecord, OtlpScope, OtlpSpan } from "@/lib/otlp/otlp";
import {
  listOf,
  readAttributes,
  readEnum,
  readId,
  readNanos,
  readValue,
  textOf,
} from "@/lib/otlp/read-value";

const KINDS = ["UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"].map(
  (name) => `SPAN_KIND_${name}`,
);
const CODES = ["STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR"];

const WRONG_TRACE = "a span whose trace id has not 16 bytes";
const WRONG_SPAN = "a span whose span id has not 8 bytes";

type Item = { scope: OtlpScope; item: unknown };

/**
 * Reads the spans of an ExportTraceServiceRequest in its JSON form (ids also as bytes).
 *
 * @param open an item as it stands in the list -> its JSON form
 * @throws what `read` and `open` throw
 */
export function readTraceRequest<T>(
  request: unknown,
  read: (span: OtlpSpan) => T,
  open: (item: unknown) => unknown = asItIs,
): Decoded<T> {
  const decoded: Decoded<T> = { items: [], rejected: [] };
  for (const { scope, item } of itemsOf(request, "resourceSpans", "scopeSpans", "spans")) {
    const span = readSpan(scope, open(item));
    if (typeof span === "string") decoded.rejected.push(span);
    else decoded.items.push(read(span));
  }
  return decoded;
}

const asItIs = (item: unknown): unknown => item;

/** Reads the records of an ExportLogsServiceRequest likewise; `seq` counts them from 0. */
export function readLogsRequest<T>(
  request: unknown,
  read: (record: OtlpLogRecord, seq: number) => T,
  open: (item: unknown) => unknown = asItIs,
): Decoded<T> {
  const decoded: Decoded<T> = { items: [], rejected: [] };
  for (const { scope, item } of itemsOf(request, "resourceLogs", "scopeLogs", "logRecords")) {
    const record = open(item);
    if (isObject(record))
      decoded.items.push(read(readLogRecord(scope, record), decoded.items.length));
    else decoded.rejected.push("a log record that is no object");
  }
  return decoded;
}

function* itemsOf(request: unknown, groups: string, scopes: string, items: string) {
  const older = scopes === "scopeSpans" ? "instrumentationLibrarySpans" : "";
  for (const group of listOf(isObject(request) ? request[groups] : null).filter(isObject)) {
    const { resource } = group;
    const attributes = readAttributes(isObject(resource) ? resource["attributes"] : null);
    for (const part of listOf(group[scopes] ?? group[older]).filter(isObject)) {
      const named = part["scope"] ?? part["instrumentationLibrary"];
      const from = isObject(named) ? named : {};
      const scope: OtlpScope = {
        resource: attributes,
        scopeName: textOf(from["name"]),
        scopeVersion: textOf(from["version"]),
      };
      for (const item of listOf(part[items])) yield { scope, item } satisfies Item;
    }
  }
}

function readSpan(scope: OtlpScope, item: unknown): OtlpSpan | string {
  if (!isObject(item)) return "a span that is no object";
  const traceId = readId(item["traceId"], 16);
  if (typeof traceId !== "string") return WRONG_TRACE;
  const spanId = readId(item["spanId"], 8);
  if (typeof spanId !== "string") return WRONG_SPAN;
  const status = isObject(item["status"]) ? item["status"] : {};
  return {
    ...scope,
    traceId,
    spanId,
    parentSpanId: readId(item["parentSpanId"], 8) ?? null,
    name: textOf(item["name"]) ?? "",
    kind: readEnum(item["kind"], KINDS),
    startUnixNano: readNanos(item["startTimeUnixNano"]),
    endUnixNano: readNanos(item["endTimeUnixNano"]),
    attributes: readAttributes(item["attributes"]),
    events: listOf(item["events"]).filter(isObject).map(readEvent),
    links: listOf(item["links"]).filter(isObject).flatMap(readLink),
    status: { code: readEnum(status["code"], CODES), message: textOf(status["message"]) },
  };
}

const readEvent = (event: Record<string, unknown>): OtlpEvent => ({
  name: textOf(event["name"]) ?? "",
  timeUnixNano: readNanos(event["timeUnixNano"]),
  attributes: readAttributes(event["attributes"]),
});

function readLink(link: Record<string, unknown>): OtlpSpan["links"] {
  const [traceId, spanId] = [readId(link["traceId"], 16), readId(link["spanId"], 8)];
  if (typeof traceId !== "string" || typeof spanId !== "string") return [];
  return [{ traceId, spanId, attributes: readAttributes(link["attributes"]) }];
}

function readLogRecord(scope: OtlpScope, item: Record<string, unknown>): OtlpLogRecord {
  const attributes = readAttributes(item["attributes"]);
  return {
    ...scope,
    traceId: readId(item["traceId"], 16) ?? null,
    spanId: readId(item["spanId"], 8) ?? null,
    timeUnixNano: readNanos(item["timeUnixNano"]),
    observedUnixNano: readNanos(item["observedTimeUnixNano"]),
    eventName: textOf(item["eventName"]) ?? textOf(attributes["event.name"]),
    body: readValue(item["body"]),
    attributes,
  };
}
