import {
  decodeLogsJson,
  decodeLogsProtobuf,
  decodeTraceJson,
  decodeTraceProtobuf,
} from "@/lib/otlp/decode";
import { ok, type Result } from "@/lib/result";
import type { Decoded, OtlpLogRecord, OtlpSpan, Signal } from "@/lib/otlp/otlp";
import { MessagePool } from "@/lib/spans/message-pool";
import { readingOfItems } from "@/lib/spans/read-otlp";
import { readOtlpLog, readOtlpSpan } from "@/lib/spans/read-otlp-span";
import type { SpanRecord } from "@/lib/spans/span";
import type { Wire } from "./otlp-answer";
import { parseJsonBody } from "./parse-json-body";
import type { ReadSpans } from "./store-reading";

/**
 * Reads the inflated body of an export request; refused when it is none. What its calls quote of each
 * other is held once.
 */
export function readOtlpBody(signal: Signal, wire: Wire, bytes: Uint8Array): Result<ReadSpans> {
  const pool = new MessagePool();
  const decoded = decode(signal, wire, bytes, pool);
  return decoded.ok ? ok({ ...readingOfItems(decoded.value), pool }) : decoded;
}

function decode(
  signal: Signal,
  wire: Wire,
  bytes: Uint8Array,
  pool: MessagePool,
): Result<Decoded<SpanRecord | null>> {
  const readSpan = (span: OtlpSpan) => pool.share(readOtlpSpan(span));
  const readLog = (record: OtlpLogRecord, seq: number) => {
    const span = readOtlpLog(record, seq);
    return span && pool.share(span);
  };
  if (wire === "protobuf") {
    return signal === "traces"
      ? decodeTraceProtobuf(bytes, readSpan)
      : decodeLogsProtobuf(bytes, readLog);
  }
  const parsed = parseJsonBody(bytes);
  if (!parsed.ok) return parsed;
  return signal === "traces"
    ? decodeTraceJson(parsed.value, readSpan)
    : decodeLogsJson(parsed.value, readLog);
}
