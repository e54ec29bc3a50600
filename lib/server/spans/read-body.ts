import { createGunzip, createInflate } from "node:zlib";
import { refused, ok, type Result } from "@/lib/result";
import { readPaced } from "@/lib/server/request-flow";

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

const unpackers = { gzip: createGunzip, deflate: createInflate };

const CHUNK = 256 * 1024;

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
    const bytes = await unpack(packing, sent);
    return bytes === null ? TOO_LARGE : ok({ bytes, received: sent.length });
  } catch {
    return refused("invalid", `The body could not be unpacked: it is no whole ${packing} data.`);
  }
}

/** Unpacks into memory that is taken once where the size is known; null when it is more than allowed. */
async function unpack(packing: keyof typeof unpackers, sent: Buffer): Promise<Buffer | null> {
  // gzip ends with the size; it is believed only as far as memory goes
  const stated = packing === "gzip" && sent.length >= 4 ? sent.readUInt32LE(sent.length - 4) : 0;
  let bytes = Buffer.allocUnsafe(Math.min(stated || sent.length * 4, MAX_BODY_BYTES));
  let size = 0;
  const unpacker = unpackers[packing]({ chunkSize: CHUNK });
  unpacker.end(sent);
  for await (const chunk of unpacker as AsyncIterable<Buffer>) {
    const needed = size + chunk.length;
    if (needed > MAX_BODY_BYTES) return null;
    if (needed > bytes.length) {
      bytes = Buffer.concat([bytes.subarray(0, size)], Math.min(needed * 2, MAX_BODY_BYTES));
    }
    chunk.copy(bytes, size);
    size = needed;
  }
  return bytes.subarray(0, size);
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Null when there is more than a body may have. Its sender is held back while nobody reads. */
async function readAll(request: Request): Promise<Buffer | null> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > MAX_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readPaced(request)) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
