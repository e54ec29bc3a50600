import type { PartialSuccess } from "@/lib/otlp/encode-response";
import type { Signal } from "@/lib/otlp/otlp";
import { ok } from "@/lib/result";
import { proveApiKey } from "@/lib/server/gate";
import { enterRoom, type Entered } from "./body-room";
import { logTrouble } from "./log-trouble";
import { accepted, refusal, statusFor, tryLater, type Wire, wireOf } from "./otlp-answer";
import { encodingOf, type Patience } from "./read-body";
import { readOtlpBody } from "./read-otlp-body";
import type { RollingSource } from "./rolling-import";
import { storeReading } from "./store-reading";
import { isKnownEncoding } from "./unpack-body";

/**
 * Takes an OTLP/HTTP export of spans or log records. Trouble of ours is answered by 503, so that the
 * exporter sends the batch again: any other error would make it drop the batch for good.
 */
export async function receiveOtlp(
  request: Request,
  signal: Signal,
  source: RollingSource = "otlp",
  patience?: Patience,
): Promise<Response> {
  const wire = wireOf(request.headers);
  if (wire === null) {
    return refusal("json", 415, "invalid", "Send application/x-protobuf or application/json.");
  }
  try {
    return await receive(request, { signal, source, wire, patience });
  } catch (error) {
    logTrouble("an export could not be stored", error);
    return tryLater(wire);
  }
}

type Asked = {
  signal: Signal;
  source: RollingSource;
  wire: Wire;
  patience: Patience | undefined;
};

async function receive(
  request: Request,
  { signal, source, wire, patience }: Asked,
): Promise<Response> {
  const proof = await proveApiKey(request, "ingest");
  if (!proof.ok) {
    return refusal(wire, proof.code === "forbidden" ? 403 : 401, proof.code, proof.message);
  }
  const encoding = encodingOf(request.headers);
  if (!isKnownEncoding(encoding)) {
    return refusal(wire, 415, "invalid", `Send gzip or no Content-Encoding, not ${encoding}.`);
  }
  const entered = await enterRoom(request, encoding, patience);
  try {
    const read = await readExport(entered, signal, wire);
    if (!read.ok) return refusal(wire, statusFor(read.code), read.code, read.message);
    const { hints } = await storeReading(proof.value, source, read.value, read.value.size);
    return accepted(wire, signal, wordsFor(read.value.rejected, hints));
  } finally {
    entered.leave();
  }
}

/** What the body says; the body itself is let go before anything is stored. */
async function readExport(entered: Entered, signal: Signal, wire: Wire) {
  const body = await entered.read();
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
