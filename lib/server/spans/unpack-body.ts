import { createGunzip, createInflate } from "node:zlib";
import { ok, refused, type Result } from "@/lib/result";

/** A body may have so many bytes, as sent and once unpacked: what the OTLP specification recommends. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

export type Body = {
  bytes: Buffer;
  /** As sent, before unpacking. */
  received: number;
};

export const TOO_LARGE = refused(
  "too_large",
  `A body may have ${MAX_BODY_BYTES / 1024 / 1024} MiB once unpacked. Let the exporter send smaller batches.`,
);

const unpackers = { gzip: createGunzip, deflate: createInflate };

export type Packing = keyof typeof unpackers;

const CHUNK = 256 * 1024;

/** How often its size a packed body is taken to unpack to that does not say it. */
const PACKED = 10;

/** Deflate makes of one byte no more than so many. */
const MOST_PACKED = 1032;

/** Whether this encoding of a body is understood. */
export const isKnownEncoding = (encoding: string): encoding is Packing | "" =>
  encoding in unpackers || encoding === "";

/** How a body is packed: as its encoding says, or as its first bytes do. */
const packingOf = (encoding: Packing | "", sent: Buffer): Packing | "" =>
  encoding === "" && sent[0] === 0x1f && sent[1] === 0x8b ? "gzip" : encoding;

/**
 * How many bytes a packed body is taken to unpack to, at most {@link MAX_BODY_BYTES}. gzip ends with
 * that size (RFC 1952, ISIZE), which is believed where it can be: of joined parts it is the last one's.
 */
export function unpackedSize(packing: Packing, sent: Buffer): number {
  const { length } = sent;
  const stated = packing === "gzip" && length >= 4 ? sent.readUInt32LE(length - 4) : 0;
  const isPlausible = stated >= length / 2 && stated <= length * MOST_PACKED;
  return Math.min(isPlausible ? stated : length * PACKED, MAX_BODY_BYTES);
}

/** A body as it was before it was packed; never more than {@link MAX_BODY_BYTES} in memory. */
export async function unpackBody(encoding: Packing | "", sent: Buffer): Promise<Result<Body>> {
  const packing = packingOf(encoding, sent);
  if (packing === "") return ok({ bytes: sent, received: sent.length });
  try {
    const bytes = await unpack(packing, sent);
    return bytes === null ? TOO_LARGE : ok({ bytes, received: sent.length });
  } catch {
    return refused("invalid", `The body could not be unpacked: it is no whole ${packing} data.`);
  }
}

/** Unpacks into memory that is taken once where the size is known; null when it is more than allowed. */
async function unpack(packing: Packing, sent: Buffer): Promise<Buffer | null> {
  let bytes = Buffer.allocUnsafe(unpackedSize(packing, sent));
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
