import type { PartialSuccess } from "@/lib/otlp/encode-response";
import type { Signal } from "@/lib/otlp/otlp";
import { ok } from "@/lib/result";
import { proveApiKey } from "@/lib/server/gate";
import { enterRoom } from "./body-room";
import { logTrouble } from "./log-trouble";
import { accepted, refusal, tryLater, type Wire, wireOf } from "./otlp-answer";
import { encodingOf, isKnownEncoding, readBody } from "./read-body";
import { readOtlpBody } from "./read-otlp-body";
import type { RollingSource } from "./rolling-import";
import { storeReading } from "./store-reading";

/**
 * Takes an OTLP/HTTP export of spans or log records. Trouble of ours is answered by 503, so that the
 * exporter sends the batch again: any other error would make it drop the batch for good.
 */
export async function receiveOtlp(
  request: Request,
  signal: Signal,
  source: RollingSource = "otlp",
): Promise<Response> {
  const wire = wireOf(request.headers);
  if (wire === null) {
    return refusal("json", 415, "invalid", "Send application/x-protobuf or application/json.");
  }
  try {
    return await receive(request, signal, source, wire);
  } catch (error) {
    logTrouble("an export could not be stored", error);
    return tryLater(wire);
  }
}

async function receive(
  request: Request,
  signal: Signal,
  source: RollingSource,
  wire: Wire,
): Promise<Response> {
  const proof = await proveApiKey(request, "ingest");
  if (!proof.ok) {
    return refusal(wire, proof.code === "forbidden" ? 403 : 401, proof.code, proof.message);
  }
  const encoding = encodingOf(request.headers);
  if (!isKnownEncoding(encoding)) {
    return refusal(wire, 415, "invalid", `Send gzip or no Content-Encoding, not ${encoding}.`);
  }
  const leave = await enterRoom(request.headers);
  try {
    const read = await readExport(request, signal, wire);
    if (!read.ok) {
      const status = read.code === "too_large" ? 413 : 400;
      return refusal(wire, status, read.code, read.message);
    }
    const { hints } = await storeReading(proof.value, source, read.value, read.value.size);
    return accepted(wire, signal, wordsFor(read.value.rejected, hints));
  } finally {
    leave();
  }
}

/** What the body says; the body itself is let go before anything is stored. */
async function readExport(request: Request, signal: Signal, wire: Wire) {
  const body = await readBody(request);
  if (!body.ok) return body;
  const { bytes, received } = body.value;
  const read = readOtlpBody(signal, wire, bytes);
  return read.ok ? ok({ ...read.value, size: { received, read: bytes.length } }) : read;
}

/** What an exporter prints to its user's console: what was left out, and what to switch on. */
function wordsFor(rejected: readonly string[], hints: readonly string[]): PartialSuccess | null {
  const [first] = rejected;
  const words = [
    ...(first === undefined ? [] : [`Not read: ${first}`]),
    ...hints.map((hint) => `LLM calls came without messages: ${hint}`),
  ];
  return words.length === 0 ? null : { rejected: rejected.length, message: words.join(" ") };
}
