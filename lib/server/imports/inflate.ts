import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** The file could not be unpacked; the message says what to do. */
export class BrokenGzipError extends Error {}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The bytes of a file, unpacked when they begin as gzip does, whatever a header says. Packed twice
 * (a `.gz` sent with `Content-Encoding: gzip`) is unpacked twice.
 */
export async function* inflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* unpack(unpack(source));
}

async function* unpack(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(source);
  if (!isGzip(head)) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  // destroying the pipe with its consumer is what lets a cancelled upload end
  const packed = Readable.from(all, { objectMode: false });
  packed.on("error", (error) => gunzip.destroy(error));
  try {
    yield* packed.pipe(gunzip);
  } catch (error) {
    throw brokenGzip(error) ?? error;
  } finally {
    gunzip.destroy();
    packed.destroy();
  }
}

/** The first two bytes, and the whole again. */
async function peek(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  async function* all() {
    yield* first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(first), all: all() };
}

function brokenGzip(error: unknown): BrokenGzipError | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!code.startsWith("Z_")) return null;
  return new BrokenGzipError(
    code === "Z_BUF_ERROR"
      ? "The gzip file ends too early: it was cut off. Send it again, whole."
      : "The gzip file is damaged. Pack it again and send it again.",
  );
}
