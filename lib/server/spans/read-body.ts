import { promisify } from "node:util";
import { gunzip, inflate } from "node:zlib";
import { refused, ok, type Result } from "@/lib/result";

/** A body may have so many bytes, as sent and once unpacked: what the OTLP specification recommends. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

export type Body = {
  bytes: Buffer;
  /** As sent, before unpacking. */
  received: number;
};

const TOO_LARGE = refused(
  "too_large",
  `A body may have ${MAX_BODY_BYTES / 1024 / 1024} MiB once unpacked. Let the exporter send smaller batches.`,
);

const unpackers = { gzip: promisify(gunzip), deflate: promisify(inflate) };

/** Whether this encoding of a body is understood. */
export const isKnownEncoding = (encoding: string): encoding is "gzip" | "deflate" | "" =>
  encoding in unpackers || encoding === "";

/** The `Content-Encoding` of a request; empty when there is none. */
export function encodingOf(headers: Headers): string {
  const encoding = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  return encoding === "identity" ? "" : encoding;
}

/** The body of a request, unpacked; never more than {@link MAX_BODY_BYTES} in memory. */
export async function readBody(request: Request): Promise<Result<Body>> {
  const encoding = encodingOf(request.headers);
  if (!isKnownEncoding(encoding)) {
    return refused("invalid", `Bodies packed with ${encoding} are not understood; send gzip.`);
  }
  const sent = await readAll(request);
  if (sent === null) return TOO_LARGE;
  const packing = encoding === "" && isGzip(sent) ? "gzip" : encoding;
  if (packing === "") return ok({ bytes: sent, received: sent.length });
  try {
    const bytes = await unpackers[packing](sent, { maxOutputLength: MAX_BODY_BYTES });
    return ok({ bytes, received: sent.length });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ERR_BUFFER_TOO_LARGE") return TOO_LARGE;
    return refused("invalid", `The body could not be unpacked: it is no whole ${packing} data.`);
  }
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Null when there is more than a body may have. */
async function readAll(request: Request): Promise<Buffer | null> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > MAX_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
