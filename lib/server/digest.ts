import { createHmac } from "node:crypto";
import type { KeyedDigest } from "@/lib/ids";
import { getEnv } from "./env";

/** Makes a digest keyed by a secret: HMAC-SHA-256 cut to 16 bytes, as a UUID. */
export function makeKeyedDigest(secret: string): KeyedDigest {
  const key = Buffer.from(secret);
  return (...parts) => {
    let text = "";
    // the length before each part keeps ("a","bc") apart from ("ab","c"), and null from ""
    for (const part of parts) text += part === null ? "-;" : `${part.length};${part}`;
    return asUuid(createHmac("sha256", key).update(text).digest("hex"));
  };
}

/** Written as a UUID of version 8 (RFC 9562: the bits are the maker's own), which every reader accepts. */
function asUuid(hex: string): string {
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

let made: KeyedDigest | undefined;

/** The digest of this installation, keyed by `ASSAY_SECRET`. */
export function getKeyedDigest(): KeyedDigest {
  made ??= makeKeyedDigest(`${getEnv().secret}:ids`);
  return made;
}
