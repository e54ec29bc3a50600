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

/**
 * The body of a request, its sender held back while nobody takes what it sent. Next hands on what
 * comes in without asking whether anybody reads it, so that a large file sent fast would come to lie
 * in memory whole.
 */
export async function* readPaced(
  request: Request,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  if (!request.body) return;
  const incoming = flows.get(request.headers.get(HEADER) ?? "");
  let waiting = 0;
  const count = (chunk: Uint8Array) => {
    waiting += chunk.length;
    if (waiting > MOST_WAITING) incoming?.pause();
  };
  incoming?.on("data", count);
  try {
    for await (const chunk of request.body) {
      // what came before the counting began is taken too, and was never counted
      waiting = Math.max(0, waiting - chunk.length);
      if (waiting <= MOST_WAITING / 2 && incoming?.isPaused()) incoming.resume();
      yield chunk;
    }
  } finally {
    incoming?.off("data", count);
    incoming?.resume();
  }
}
