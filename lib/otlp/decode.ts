import protobuf from "protobufjs/light.js";
import { isObject } from "@/lib/formats/is-object";
import { descriptor } from "@/lib/otlp/descriptor";
import type { Decoded, OtlpLogRecord, OtlpSpan } from "@/lib/otlp/otlp";
import { readLogsRequest, readTraceRequest } from "@/lib/otlp/read-request";
import { ok, refused, type Result } from "@/lib/result";

const root = protobuf.Root.fromJSON(descriptor);
const types = {
  trace: root.lookupType("TraceRequest"),
  logs: root.lookupType("LogsRequest"),
};

/** As text, since nanoseconds since 1970 exceed what a number holds exactly. */
const AS_PLAIN = { longs: String, arrays: true } as const;

/** The spans of a protobuf ExportTraceServiceRequest (already inflated). */
export function decodeTraceProtobuf(bytes: Uint8Array): Result<Decoded<OtlpSpan>> {
  const plain = plainOf("trace", bytes);
  if (!plain.ok) return plain;
  const decoded = readTraceRequest(plain.value);
  if (decoded.items.length === 0 && decoded.rejected.length > 0) return looksLikeLogs();
  return ok(decoded);
}

/** The records of a protobuf ExportLogsServiceRequest (already inflated). */
export function decodeLogsProtobuf(bytes: Uint8Array): Result<Decoded<OtlpLogRecord>> {
  const plain = plainOf("logs", bytes);
  return plain.ok ? ok(readLogsRequest(plain.value)) : plain;
}

/** The spans of a JSON ExportTraceServiceRequest, parsed. */
export function decodeTraceJson(value: unknown): Result<Decoded<OtlpSpan>> {
  if (!isObject(value)) return notARequest("an object with resourceSpans");
  if ("resourceLogs" in value) return looksLikeLogs();
  if (!Array.isArray(value["resourceSpans"] ?? []))
    return notARequest("resourceSpans to be a list");
  return ok(readTraceRequest(value));
}

/** The records of a JSON ExportLogsServiceRequest, parsed. */
export function decodeLogsJson(value: unknown): Result<Decoded<OtlpLogRecord>> {
  if (!isObject(value)) return notARequest("an object with resourceLogs");
  if ("resourceSpans" in value)
    return refused("invalid", "This body holds spans; send it to /v1/traces.");
  if (!Array.isArray(value["resourceLogs"] ?? [])) return notARequest("resourceLogs to be a list");
  return ok(readLogsRequest(value));
}

function plainOf(which: keyof typeof types, bytes: Uint8Array): Result<unknown> {
  const type = types[which];
  try {
    return ok(type.toObject(type.decode(bytes), AS_PLAIN));
  } catch {
    return refused("invalid", "The body is not a protobuf export request of OpenTelemetry.");
  }
}

const notARequest = (what: string) =>
  refused("invalid", `The body is no export request of OpenTelemetry: expected ${what}.`);

/** Logs sent to the traces path decode as spans without ids: the field numbers are the same. */
const looksLikeLogs = () =>
  refused(
    "invalid",
    "No span of this body has ids of 16 and 8 bytes. Are these logs? Send logs to /v1/logs and spans to /v1/traces.",
  );
