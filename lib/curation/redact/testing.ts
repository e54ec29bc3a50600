import type { KeyedDigest } from "@/lib/ids";
import { makeRedactor } from "./make-redactor";
import { redactString } from "./redact-string";
import { RedactionSettings } from "./settings";

/** FNV-1a over the parts, four times: enough of a digest for tests, and pure. */
export const testDigest: KeyedDigest = (...parts) => {
  const text = JSON.stringify(parts);
  const words = [1, 2, 3, 4].map((seed) => {
    let hash = 0x811c9dc5 ^ (seed * 0x9e3779b9);
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
      hash ^= hash >>> 13;
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  });
  const [a = "", b = "", c = "", d = ""] = words;
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`;
};

export const testRedactor = makeRedactor(RedactionSettings.parse({}), testDigest);

/** A text redacted by every rule, its marks without their digests: `[email]`. */
export function shownRedacted(text: string): string {
  return redactString(text, testRedactor).text.replace(/\[([a-z_0-9]+):[0-9a-z]{8}\]/gu, "[$1]");
}
