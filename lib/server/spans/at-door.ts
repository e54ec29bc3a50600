import { type KeyHolder, proveApiKey } from "@/lib/server/gate";
import type { Refusal } from "@/lib/result";
import { enterRoom } from "./body-room";
import { logTrouble } from "./log-trouble";
import { type Body, encodingOf, isKnownEncoding, readBody } from "./read-body";

/**
 * Takes what an SDK of another product sends, as that product would: proves the key, reads the body
 * whole, and answers trouble of ours by 503, so that nothing sent is lost.
 */
export async function atDoor(
  request: Request,
  take: (holder: KeyHolder, body: Body) => Promise<Response>,
): Promise<Response> {
  try {
    const proof = await proveApiKey(request, "ingest");
    if (!proof.ok) return refusalOf(proof.code === "forbidden" ? 403 : 401, proof.message);
    const encoding = encodingOf(request.headers);
    if (!isKnownEncoding(encoding)) {
      return refusalOf(415, `Send gzip or no Content-Encoding, not ${encoding}.`);
    }
    const leave = await enterRoom(request.headers);
    try {
      const body = await readBody(request);
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
export const refusalFor = ({ code, message }: Refusal): Response =>
  refusalOf(code === "too_large" ? 413 : 400, message);

/** Under the names that the SDKs look for. */
function refusalOf(status: number, message: string, headers: Record<string, string> = {}) {
  return Response.json({ message, detail: message }, { status, headers });
}
