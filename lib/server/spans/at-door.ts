import { type KeyHolder, proveApiKey } from "@/lib/server/gate";
import type { Refusal } from "@/lib/result";
import { enterRoom } from "./body-room";
import { logTrouble } from "./log-trouble";
import { statusFor } from "./otlp-answer";
import { encodingOf, type Patience } from "./read-body";
import { type Body, isKnownEncoding } from "./unpack-body";

/**
 * Takes what an SDK of another product sends, as that product would: proves the key, reads the body
 * whole, and answers trouble of ours by 503, so that nothing sent is lost.
 */
export async function atDoor(
  request: Request,
  take: (holder: KeyHolder, body: Body) => Promise<Response>,
  patience?: Patience,
): Promise<Response> {
  try {
    const proof = await proveApiKey(request, "ingest");
    if (!proof.ok) return refusalOf(proof.code === "forbidden" ? 403 : 401, proof.message);
    const encoding = encodingOf(request.headers);
    if (!isKnownEncoding(encoding)) {
      return refusalOf(415, `Send gzip or no Content-Encoding, not ${encoding}.`);
    }
    const { read, leave } = await enterRoom(request, encoding, patience);
    try {
      const body = await read();
      return body.ok ? await take(proof.value, body.value) : refusalFor(body);
    } finally {
      leave();
    }
  } catch (error) {
    logTrouble("a batch could not be stored", error);
    const message = "Assay cannot store this at the moment. Send it again.";
    return refusalOf(503, message, { "retry-after": "5" });
  }
}

/** What was wrong with what was sent. */
export function refusalFor({ code, message }: Refusal): Response {
  const status = statusFor(code);
  // what else comes over that connection is the rest of a body that was given up
  return refusalOf(status, message, status === 408 ? { connection: "close" } : {});
}

/** Under the names that the SDKs look for. */
function refusalOf(status: number, message: string, headers: Record<string, string> = {}) {
  return Response.json({ message, detail: message }, { status, headers });
}
