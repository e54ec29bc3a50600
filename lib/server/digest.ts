import { createHmac, hash } from "node:crypto";
import type { KeyedDigest } from "@/lib/ids";
import { getEnv } from "./env";

/** SHA-256 takes its input in blocks of so many bytes. */
const BLOCK = 64;
/** Longer texts, in UTF-16 units, are hashed piece by piece. */
const SHORT = 256 * 1024;
/** Bytes of UTF-8 that one UTF-16 unit can become. */
const WIDEST = 3;

/** Makes a digest keyed by a secret: HMAC-SHA-256 cut to 16 bytes, as a UUID. */
export function makeKeyedDigest(secret: string): KeyedDigest {
  const hmac = makeHmac(Buffer.from(secret));
  return (...parts) => {
    let text = "";
    // the length before each part keeps ("a","bc") apart from ("ab","c"), and null from ""
    for (const part of parts) text += part === null ? "-;" : `${part.length};${part}`;
    return asUuid(hmac(text));
  };
}

/**
 * HMAC-SHA-256 as RFC 2104 writes it: H(key ⊕ opad, H(key ⊕ ipad, text)), a byte a character. An
 * import makes some twenty digests a call; two plain hashes over kept buffers, which hand on texts
 * and not buffers, cost half of a `createHmac`.
 */
function makeHmac(key: Buffer): (text: string) => string {
  const block = Buffer.alloc(BLOCK);
  (key.length > BLOCK ? hash("sha256", key, "buffer") : key).copy(block);
  let inner = Buffer.concat([block.map((byte) => byte ^ 0x36), Buffer.alloc(64 * 1024)]);
  const outer = Buffer.concat([block.map((byte) => byte ^ 0x5c), Buffer.alloc(32)]);
  return (text) => {
    if (text.length > SHORT) return createHmac("sha256", key).update(text).digest("binary");
    const most = BLOCK + text.length * WIDEST;
    if (most > inner.length) inner = Buffer.concat([inner.subarray(0, BLOCK)], most * 2);
    const written = inner.write(text, BLOCK);
    outer.write(hash("sha256", inner.subarray(0, BLOCK + written), "binary"), BLOCK, "latin1");
    return hash("sha256", outer, "binary");
  };
}

/** A UUID being written; its dashes stay. */
const written = Buffer.from("00000000-0000-8000-8000-000000000000");
/** Where each pair of digits stands in a UUID. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const DIGITS = Buffer.from("0123456789abcdef");

/**
 * Written as a UUID of version 8 (RFC 9562: the bits are the maker's own), which every reader
 * accepts. One flat text: pieces put together would take several times its memory, and an import
 * holds a dozen for each call.
 */
function asUuid(bytes: string): string {
  for (let i = 0; i < PLACES.length; i += 1) {
    const [place, byte] = [PLACES[i] ?? 0, bytes.charCodeAt(i)];
    written[place] = DIGITS[byte >> 4] ?? 0;
    written[place + 1] = DIGITS[byte & 15] ?? 0;
  }
  written[14] = DIGITS[8] ?? 0;
  written[19] = DIGITS[8 | ((bytes.charCodeAt(8) >> 4) & 3)] ?? 0;
  return written.toString("latin1");
}

let made: KeyedDigest | undefined;

/** The digest of this installation, keyed by `ASSAY_SECRET`. */
export function getKeyedDigest(): KeyedDigest {
  made ??= makeKeyedDigest(`${getEnv().secret}:ids`);
  return made;
}
