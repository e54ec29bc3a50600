import { createHmac } from "node:crypto";
import type { KeyedDigest } from "@/lib/ids";
import { getEnv } from "./env";

/** Makes a digest keyed by a secret: HMAC-SHA-256 cut to 16 bytes, written as a UUID. */
export function makeKeyedDigest(secret: string): KeyedDigest {
  const key = Buffer.from(secret);
  return (...parts) => {
    const hmac = createHmac("sha256", key);
    for (const part of parts) {
      // the length before each part keeps ("a","bc") apart from ("ab","c"), and null from ""
      hmac.update(part === null ? "-;" : `${part.length};`);
      if (part !== null) hmac.update(part);
    }
    return asUuid(hmac.digest("hex"));
  };
}

const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;

let made: KeyedDigest | undefined;

/** The digest of this installation, keyed by `ASSAY_SECRET`. */
export function getKeyedDigest(): KeyedDigest {
  made ??= makeKeyedDigest(`${getEnv().secret}:ids`);
  return made;
}
