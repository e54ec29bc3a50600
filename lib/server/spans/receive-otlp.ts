import { randomUUID } from "node:crypto";
import type { PartialSuccess } from "@/lib/otlp/encode-response";
import type { Signal } from "@/lib/otlp/otlp";
import { openRedactor } from "@/lib/server/curation/open-redactor";
import { getKeyedDigest } from "@/lib/server/digest";
import { type KeyHolder, proveApiKey } from "@/lib/server/gate";
import { log } from "@/lib/server/log";
import { accepted, refusal, tryLater, type Wire, wireOf } from "./otlp-answer";
import { encodingOf, isKnownEncoding, readBody } from "./read-body";
import { type OtlpItems, readOtlp } from "./read-otlp";
import { openRollingImport, type RollingSource } from "./rolling-import";
import { storeSpans } from "./store-spans";

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
    log.error("an export could not be stored", { id: randomUUID().slice(0, 8), error });
    return tryLater(wire);
  }
}

async function receive(
  request: Request,
  signal: Signal,
  source: RollingSource,
  wire: Wire,
): Promise<Response> {
  const proof = await proveApiKey(request);
  if (!proof.ok) return refusal(wire, 401, "unauthenticated", proof.message);
  const encoding = encodingOf(request.headers);
  if (!isKnownEncoding(encoding)) {
    return refusal(wire, 415, "invalid", `Send gzip or no Content-Encoding, not ${encoding}.`);
  }
  const body = await readBody(request);
  if (!body.ok) {
    const status = body.code === "too_large" ? 413 : 400;
    return refusal(wire, status, body.code, body.message);
  }
  const { bytes, received } = body.value;
  const read = readOtlp(signal, wire, bytes);
  if (!read.ok) return refusal(wire, 400, read.code, read.message);
  const hints = await store(proof.value, source, read.value, received, bytes.length);
  return accepted(wire, signal, wordsFor(read.value.rejected, hints));
}

async function store(
  holder: KeyHolder,
  source: RollingSource,
  items: OtlpItems,
  bytesReceived: number,
  bytesRead: number,
): Promise<string[]> {
  const { spans, other, rejected } = items;
  if (spans.length + other + rejected.length === 0) return [];
  const { workspaceId } = holder;
  const digest = getKeyedDigest();
  const redactor = await openRedactor(workspaceId);
  const importId = await openRollingImport(holder, source, new Date(), digest);
  const stored = await storeSpans({ workspaceId, importId, digest }, redactor, {
    spans: spans.map((span) => ({ span, line: 1 })),
    loose: [
      // an application's own log is counted, not listed: it may be endless
      ...Array.from({ length: other }, () => ({ ...OTHER_LOG, line: 1 })),
      ...rejected.map((reason) => ({ why: "unparseable" as const, reason, excerpt: "", line: 1 })),
    ],
    notes: [],
    bytesReceived,
    bytesRead,
  });
  return stored.hints;
}

const OTHER_LOG = {
  why: "other" as const,
  reason: "a log record that says nothing of an LLM call",
  excerpt: null,
};

/** What an exporter prints to its user's console: what was left out, and what to switch on. */
function wordsFor(rejected: readonly string[], hints: readonly string[]): PartialSuccess | null {
  const [first] = rejected;
  const words = [
    ...(first === undefined ? [] : [`Not read: ${first}`]),
    ...hints.map((hint) => `LLM calls came without messages: ${hint}`),
  ];
  return words.length === 0 ? null : { rejected: rejected.length, message: words.join(" ") };
}
