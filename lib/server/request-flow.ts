import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Where a request carries the name of its flow; ours alone to say, whatever the client sent. */
const HEADER = "x-assay-flow";

/** So many bytes may have come in that nobody has taken yet. */
const MOST_WAITING = 1024 * 1024;

// On globalThis, for the web process and the pages that Next bundled are two programs in one.
const kept: { assayFlows?: Map<string, IncomingMessage> } = globalThis as never;
const flows = (kept.assayFlows ??= new Map());

/** Lets whoever reads the body of a request hold back its sender: see {@link readPaced}. */
export function offerFlow(request: IncomingMessage): void {
  const id = randomUUID();
  request.headers[HEADER] = id;
  flows.set(id, request);
  request.once("close", () => flows.delete(id));
}

const flowOf = (request: Request) => flows.get(request.headers.get(HEADER) ?? "");

/**
 * Holds back the sender of a request whose body may not be read yet, so that it does not come to lie
 * in memory meanwhile. Call what this answers right before it is read.
 */
export function holdBack(request: Request): () => void {
  const incoming = flowOf(request);
  // nobody has asked it for anything: it holds itself back, and let go it would lose what comes
  if (incoming?.readableFlowing !== true) return () => undefined;
  incoming.pause();
  return () => void incoming.resume();
}

/**
 * The body of a request, its sender held back while nobody takes what it sent. Next hands on what
 * comes in without asking whether anybody reads it, so that a large file sent fast would come to lie
 * in memory whole.
 *
 * @param ended once it is aborted, no more is waited for: what came until then was all
 */
export async function* readPaced(
  request: Request,
  ended?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  if (!request.body) return;
  const incoming = flowOf(request);
  let waiting = 0;
  const count = (chunk: Uint8Array) => {
    waiting += chunk.length;
    if (waiting > MOST_WAITING) incoming?.pause();
  };
  const reader = request.body.getReader();
  // never waited for: a source may answer only once more has come
  const cancel = () => void reader.cancel().catch(() => undefined);
  ended?.addEventListener("abort", cancel, { once: true });
  if (ended?.aborted) cancel();
  try {
    let { done, value } = await reader.read();
    // not before the first has come: a listener sets a stream flowing that nobody takes from yet
    incoming?.on("data", count);
    for (; value && !done; { done, value } = await reader.read()) {
      // what came before the counting began is taken too, and was never counted
      waiting = Math.max(0, waiting - value.length);
      if (waiting <= MOST_WAITING / 2 && incoming?.isPaused()) incoming.resume();
      yield value;
    }
  } finally {
    ended?.removeEventListener("abort", cancel);
    incoming?.off("data", count);
    cancel();
    reader.releaseLock();
    // of a body that was ended, nothing more is wanted
    if (ended?.aborted) incoming?.pause();
    else incoming?.resume();
  }
}
