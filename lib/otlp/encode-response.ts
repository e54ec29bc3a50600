import protobuf from "protobufjs/light.js";
import { descriptor } from "@/lib/otlp/descriptor";
import type { Signal } from "@/lib/otlp/otlp";

const root = protobuf.Root.fromJSON(descriptor);
const response = root.lookupType("ExportResponse");
const status = root.lookupType("Status");

/** What to tell an exporter: nothing when all is well, a message with 0 rejected as a warning. */
export type PartialSuccess = { rejected: number; message: string };

/** The body of Export{Trace,Logs}ServiceResponse in protobuf; empty when all is well. */
export function encodeResponseProtobuf(partial: PartialSuccess | null): Uint8Array {
  if (partial === null) return new Uint8Array(0);
  const partialSuccess = { rejected: partial.rejected, errorMessage: partial.message };
  return response.encode(response.fromObject({ partialSuccess })).finish();
}

/** The same in JSON, where int64 is text. */
export function encodeResponseJson(signal: Signal, partial: PartialSuccess | null): string {
  if (partial === null) return "{}";
  const rejected = signal === "traces" ? "rejectedSpans" : "rejectedLogRecords";
  return JSON.stringify({
    partialSuccess: { [rejected]: String(partial.rejected), errorMessage: partial.message },
  });
}

/** Codes of google.rpc.Code that a door answers with. */
export const RPC_CODES = {
  invalid: 3,
  timed_out: 4,
  not_found: 5,
  forbidden: 7,
  too_large: 8,
  conflict: 10,
  unavailable: 14,
  signed_out: 16,
} as const;

/** The body of a google.rpc.Status in protobuf. */
export function encodeStatusProtobuf(code: number, message: string): Uint8Array {
  return status.encode(status.fromObject({ code, message })).finish();
}

/** The same in JSON. */
export const encodeStatusJson = (code: number, message: string): string =>
  JSON.stringify({ code, message });
