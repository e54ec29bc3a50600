import {
  decodeLogsJson,
  decodeLogsProtobuf,
  decodeTraceJson,
  decodeTraceProtobuf,
} from "@/lib/otlp/decode";
import type { Signal } from "@/lib/otlp/otlp";
import { ok, type Result } from "@/lib/result";
import { readOtlpLog, readOtlpSpan } from "@/lib/spans/read-otlp-span";
import type { SpanRecord } from "@/lib/spans/span";
import type { Wire } from "./otlp-answer";
import { parseJsonBody } from "./parse-json-body";

/** The items of an export request. */
export type OtlpItems = {
  spans: SpanRecord[];
  /** How many log records say nothing of a call. */
  other: number;
  /** A reason for each item that could not be read. */
  rejected: string[];
};

/** Reads the inflated body of an export request; refused when it is none. */
export function readOtlp(signal: Signal, wire: Wire, bytes: Uint8Array): Result<OtlpItems> {
  if (wire === "protobuf") {
    return signal === "traces"
      ? mapped(decodeTraceProtobuf(bytes), readOtlpSpan)
      : mapped(decodeLogsProtobuf(bytes), readOtlpLog);
  }
  const parsed = parseJsonBody(bytes);
  if (!parsed.ok) return parsed;
  return signal === "traces"
    ? mapped(decodeTraceJson(parsed.value), readOtlpSpan)
    : mapped(decodeLogsJson(parsed.value), readOtlpLog);
}

function mapped<Item>(
  decoded: Result<{ items: Item[]; rejected: string[] }>,
  read: (item: Item, seq: number) => SpanRecord | null,
): Result<OtlpItems> {
  if (!decoded.ok) return decoded;
  const { items, rejected } = decoded.value;
  const spans = items.flatMap((item, seq) => read(item, seq) ?? []);
  return ok({ spans, other: items.length - spans.length, rejected });
}
