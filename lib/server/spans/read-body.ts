import { ok, type Refusal, refused, type Result } from "@/lib/result";
import { readPaced } from "@/lib/server/request-flow";
import { type Body, isKnownEncoding, MAX_BODY_BYTES, TOO_LARGE, unpackBody } from "./unpack-body";

/** How long a body is waited for, in milliseconds. */
export type Patience = {
  /** Without a byte of it. */
  still: number;
  /** In all. */
  whole: number;
};

export const PATIENCE: Patience = { still: 20_000, whole: 300_000 };

/** The `Content-Encoding` of a request; empty when there is none. */
export function encodingOf(headers: Headers): string {
  const encoding = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  return encoding === "identity" ? "" : encoding;
}

/** The body of a request, unpacked; never more than {@link MAX_BODY_BYTES} in memory. */
export async function readBody(request: Request, patience = PATIENCE): Promise<Result<Body>> {
  const encoding = encodingOf(request.headers);
  if (!isKnownEncoding(encoding)) {
    return refused("invalid", `Bodies packed with ${encoding} are not understood; send gzip.`);
  }
  const sent = await readSent(request, patience);
  return sent.ok ? unpackBody(encoding, sent.value) : sent;
}

/**
 * The body of a request as it was sent. Its sender is held back while nobody reads; one that stops
 * sending, or never ends, is not waited for beyond all patience.
 */
export async function readSent(request: Request, patience: Patience): Promise<Result<Buffer>> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > MAX_BODY_BYTES) return TOO_LARGE;
  const ended = new AbortController();
  let late: Refusal | null = null;
  const end = (why: Refusal) => {
    late ??= why;
    ended.abort();
  };
  const still = setTimeout(() => end(stalled(patience.still)), patience.still);
  const whole = setTimeout(() => end(slow(patience.whole)), patience.whole);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of readPaced(request, ended.signal)) {
      still.refresh();
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return TOO_LARGE;
      chunks.push(chunk);
    }
    return late ?? ok(Buffer.concat(chunks));
  } finally {
    clearTimeout(still);
    clearTimeout(whole);
  }
}

const stalled = (ms: number) =>
  refused(
    "timed_out",
    `For ${ms / 1000} seconds nothing more of the body came, so it was given up and nothing of it was stored. Send it again; if that repeats, look at the network or proxy between.`,
  );

const slow = (ms: number) =>
  refused(
    "timed_out",
    `After ${ms / 1000} seconds the body had not come whole, so it was given up and nothing of it was stored. Send smaller batches, or over a faster network.`,
  );
