/**
 * The messages of opentelemetry-proto that an OTLP/HTTP receiver meets, and google.rpc.Status: the
 * published field numbers and wire types, as a descriptor for protobufjs. Fields that are not
 * listed are skipped when decoding.
 */

type Field = { type: string; id: number; rule?: "repeated" };
type Fields = Record<string, Field>;

const one = (id: number, type: string): Field => ({ id, type });
const many = (id: number, type: string): Field => ({ id, type, rule: "repeated" });

const anyValue = {
  oneofs: {
    value: {
      oneof: [
        "stringValue",
        "boolValue",
        "intValue",
        "doubleValue",
        "arrayValue",
        "kvlistValue",
        "bytesValue",
      ],
    },
  },
  fields: {
    stringValue: one(1, "string"),
    boolValue: one(2, "bool"),
    intValue: one(3, "int64"),
    doubleValue: one(4, "double"),
    arrayValue: one(5, "ArrayValue"),
    kvlistValue: one(6, "KeyValueList"),
    bytesValue: one(7, "bytes"),
  } satisfies Fields,
};

const span: Fields = {
  traceId: one(1, "bytes"),
  spanId: one(2, "bytes"),
  traceState: one(3, "string"),
  parentSpanId: one(4, "bytes"),
  name: one(5, "string"),
  kind: one(6, "int32"),
  startTimeUnixNano: one(7, "fixed64"),
  endTimeUnixNano: one(8, "fixed64"),
  attributes: many(9, "KeyValue"),
  events: many(11, "SpanEvent"),
  links: many(13, "SpanLink"),
  status: one(15, "SpanStatus"),
};

const logRecord: Fields = {
  timeUnixNano: one(1, "fixed64"),
  severityNumber: one(2, "int32"),
  severityText: one(3, "string"),
  body: one(5, "AnyValue"),
  attributes: many(6, "KeyValue"),
  traceId: one(9, "bytes"),
  spanId: one(10, "bytes"),
  observedTimeUnixNano: one(11, "fixed64"),
  eventName: one(12, "string"),
};

const messages: Record<string, Fields> = {
  ArrayValue: { values: many(1, "AnyValue") },
  KeyValueList: { values: many(1, "KeyValue") },
  KeyValue: { key: one(1, "string"), value: one(2, "AnyValue") },
  Scope: { name: one(1, "string"), version: one(2, "string"), attributes: many(3, "KeyValue") },
  Resource: { attributes: many(1, "KeyValue") },
  SpanEvent: {
    timeUnixNano: one(1, "fixed64"),
    name: one(2, "string"),
    attributes: many(3, "KeyValue"),
  },
  SpanLink: {
    traceId: one(1, "bytes"),
    spanId: one(2, "bytes"),
    attributes: many(4, "KeyValue"),
  },
  SpanStatus: { message: one(2, "string"), code: one(3, "int32") },
  Span: span,
  LogRecord: logRecord,
  ScopeSpans: { scope: one(1, "Scope"), spans: many(2, "Span") },
  ScopeLogs: { scope: one(1, "Scope"), logRecords: many(2, "LogRecord") },
  ResourceSpans: { resource: one(1, "Resource"), scopeSpans: many(2, "ScopeSpans") },
  ResourceLogs: { resource: one(1, "Resource"), scopeLogs: many(2, "ScopeLogs") },
  TraceRequest: { resourceSpans: many(1, "ResourceSpans") },
  LogsRequest: { resourceLogs: many(1, "ResourceLogs") },
  // the same on the wire, with their items still packed
  PackedScope: { scope: one(1, "Scope"), spans: many(2, "bytes") },
  PackedResource: { resource: one(1, "Resource"), scopeSpans: many(2, "PackedScope") },
  PackedRequest: { resourceSpans: many(1, "PackedResource") },
  PartialSuccess: { rejected: one(1, "int64"), errorMessage: one(2, "string") },
  ExportResponse: { partialSuccess: one(1, "PartialSuccess") },
  Status: { code: one(1, "int32"), message: one(2, "string") },
};

const nested = Object.entries(messages).map(([name, fields]) => [name, { fields }] as const);

/** For `protobuf.Root.fromJSON`. Names are short; the wire knows only numbers. */
export const descriptor = { nested: { AnyValue: anyValue, ...Object.fromEntries(nested) } };
