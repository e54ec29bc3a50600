import protobuf from "protobufjs/light.js";
import { isObject } from "@/lib/formats/is-object";
import { descriptor } from "@/lib/otlp/descriptor";
import type { Decoded, OtlpLogRecord, OtlpSpan } from "@/lib/otlp/otlp";
import { readLogsRequest, readTraceRequest } from "@/lib/otlp/read-request";
import { ok, refused, type Result } from "@/lib/result";

const root = protobuf.Root.fromJSON(descriptor);
const packed = root.lookupType("PackedRequest");
const types = { span: root.lookupType("Span"), record: root.lookupType("LogRecord") };

/** As text, since nanoseconds since 1970 exceed what a number holds exactly. */
const AS_PLAIN = { longs: String, arrays: true } as const;

/**
 * Reads the spans of a protobuf ExportTraceServiceRequest (already inflated). They are unpacked one
 * by one as they are read, so that a body never lies in memory as text whole.
 *
 * @throws what `read` throws
 */
export function decodeTraceProtobuf<T>(
  bytes: Uint8Array,
  read: (span: OtlpSpan) => T,
): Result<Decoded<T>> {
  const decoded = unpacked(bytes, (request) =>
    readTraceRequest(request, read, (item) => plainOf("span", item)),
  );
  if (!decoded.ok) return decoded;
  const { items, rejected } = decoded.value;
  return items.length === 0 && rejected.length > 0 ? looksLikeLogs() : decoded;
}

/** Reads the records of a protobuf ExportLogsServiceRequest (already inflated), likewise. @throws what `read` throws */
export const decodeLogsProtobuf = <T>(
  bytes: Uint8Array,
  read: (record: OtlpLogRecord, seq: number) => T,
): Result<Decoded<T>> =>
  unpacked(bytes, ({ resourceSpans }) => {
    // both requests have one structure, and on the wire no names
    const resourceLogs = resourceSpans?.map(({ scopeSpans, ...rest }) => ({
      ...rest,
      scopeLogs: scopeSpans?.map(({ spans, ...scope }) => ({ ...scope, logRecords: spans })),
    }));
    return readLogsRequest({ resourceLogs }, read, (item) => plainOf("record", item));
  });

/** Reads the spans of a JSON ExportTraceServiceRequest, parsed. */
export function decodeTraceJson<T>(
  value: unknown,
  read: (span: OtlpSpan) => T,
): Result<Decoded<T>> {
  if (!isObject(value)) return notARequest("an object with resourceSpans");
  if ("resourceLogs" in value) return looksLikeLogs();
  if (!Array.isArray(value["resourceSpans"] ?? []))
    return notARequest("resourceSpans to be a list");
  return ok(readTraceRequest(value, read));
}

/** Reads the records of a JSON ExportLogsServiceRequest, parsed. */
export function decodeLogsJson<T>(
  value: unknown,
  read: (record: OtlpLogRecord, seq: number) => T,
): Result<Decoded<T>> {
  if (!isObject(value)) return notARequest("an object with resourceLogs");
  if ("resourceSpans" in value)
    return refused("invalid", "This body holds spans; send it to /v1/traces.");
  if (!Array.isArray(value["resourceLogs"] ?? [])) return notARequest("resourceLogs to be a list");
  return ok(readLogsRequest(value, read));
}

type PackedRequest = {
  resourceSpans?: { resource?: object; scopeSpans?: { scope?: object; spans?: Uint8Array[] }[] }[];
};

function unpacked<T>(
  bytes: Uint8Array,
  read: (request: PackedRequest) => Decoded<T>,
): Result<Decoded<T>> {
  try {
    return ok(read(decoding(() => packed.toObject(packed.decode(bytes), AS_PLAIN))));
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    return refused("invalid", "The body is not a protobuf export request of OpenTelemetry.");
  }
}

const plainOf = (which: keyof typeof types, item: unknown): unknown =>
  decoding(() => types[which].toObject(types[which].decode(item as Uint8Array), AS_PLAIN));

/** What is wrong with the bytes that were sent; any other error is ours, and may pass. */
class Undecodable extends Error {}

function decoding<T>(decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw new Undecodable("no protobuf of this type", { cause });
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
