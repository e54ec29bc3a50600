import {
  encodeResponseJson,
  encodeResponseProtobuf,
  encodeStatusJson,
  encodeStatusProtobuf,
  type PartialSuccess,
  RPC_CODES,
} from "@/lib/otlp/encode-response";
import type { Signal } from "@/lib/otlp/otlp";
import type { Refusal } from "@/lib/result";

/** How an exporter writes, and wants to be answered. */
export type Wire = "protobuf" | "json";

const TYPE: Record<Wire, string> = {
  protobuf: "application/x-protobuf",
  json: "application/json",
};

/** The wire of a request by its `Content-Type`; null when it is neither. */
export function wireOf(headers: Headers): Wire | null {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  const given = type.trim().toLowerCase();
  if (given === TYPE.protobuf || given === "application/protobuf") return "protobuf";
  return given === TYPE.json ? "json" : null;
}

function answer(
  wire: Wire,
  body: Uint8Array | string,
  status: number,
  headers: Record<string, string> = {},
): Response {
  const bytes = typeof body === "string" ? body : Buffer.from(body);
  return new Response(bytes, { status, headers: { "content-type": TYPE[wire], ...headers } });
}

/** 200: all taken, or all but some, or all with a word for the exporter's console. */
export function accepted(wire: Wire, signal: Signal, partial: PartialSuccess | null): Response {
  const body =
    wire === "json" ? encodeResponseJson(signal, partial) : encodeResponseProtobuf(partial);
  return answer(wire, body, 200);
}

/** A google.rpc.Status with an HTTP status. */
export function refusal(
  wire: Wire,
  status: 400 | 401 | 403 | 408 | 413 | 415,
  code: keyof typeof RPC_CODES,
  message: string,
): Response {
  const encode = wire === "json" ? encodeStatusJson : encodeStatusProtobuf;
  // what else comes over that connection is the rest of a body that was given up
  const headers: Record<string, string> = status === 408 ? { connection: "close" } : {};
  return answer(wire, encode(RPC_CODES[code], message), status, headers);
}

/** The HTTP status for a body that was refused. */
export function statusFor(code: Refusal["code"]): 400 | 408 | 413 {
  if (code === "timed_out") return 408;
  return code === "too_large" ? 413 : 400;
}

/** 503: the exporter keeps its batch and sends it again. Any other failure would lose it. */
export function tryLater(wire: Wire): Response {
  const encode = wire === "json" ? encodeStatusJson : encodeStatusProtobuf;
  const message = "Assay cannot store this at the moment. Send it again.";
  return answer(wire, encode(RPC_CODES.unavailable, message), 503, { "retry-after": "5" });
}
