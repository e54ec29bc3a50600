import {
  decodeLogsJson,
  decodeLogsProtobuf,
  decodeTraceJson,
  decodeTraceProtobuf,
} from "@/lib/otlp/decode";
import type { Signal } from "@/lib/otlp/otlp";
import { ok, type Result } from "@/lib/result";
import { readOtlpLogs, readOtlpTraces } from "@/lib/spans/read-otlp";
import type { Wire } from "./otlp-answer";
import { parseJsonBody } from "./parse-json-body";
import type { ReadSpans } from "./store-reading";

/** Reads the inflated body of an export request; refused when it is none. */
export function readOtlpBody(signal: Signal, wire: Wire, bytes: Uint8Array): Result<ReadSpans> {
  if (wire === "protobuf") {
    return signal === "traces"
      ? mapped(decodeTraceProtobuf(bytes), readOtlpTraces)
      : mapped(decodeLogsProtobuf(bytes), readOtlpLogs);
  }
  const parsed = parseJsonBody(bytes);
  if (!parsed.ok) return parsed;
  return signal === "traces"
    ? mapped(decodeTraceJson(parsed.value), readOtlpTraces)
    : mapped(decodeLogsJson(parsed.value), readOtlpLogs);
}

const mapped = <From, To>(result: Result<From>, read: (value: From) => To): Result<To> =>
  result.ok ? ok(read(result.value)) : result;
