import type { KeyedDigest } from "@/lib/ids";

/** Crockford's base 32: no i, l, o, u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const MARK = /\[[a-z][a-z0-9_]{0,39}:[0-9a-hjkmnp-tv-z]{8}\]/gu;
const ONLY_MARKS = /^(?:Bearer |Basic )?\[[a-z][a-z0-9_]{0,39}:[0-9a-hjkmnp-tv-z]{8}\]$/u;

/**
 * What stands in a text in place of a redacted value: `[email:k7q2m9xw]`. 40 bits of the keyed
 * digest of rule and value: the same value has the same mark, without state and without a way back.
 */
export function markOf(ruleId: string, value: string, digest: KeyedDigest): string {
  const hex = digest("redaction", ruleId, value).replaceAll("-", "");
  let bits = Number.parseInt(hex.slice(0, 10), 16);
  let name = "";
  for (let i = 0; i < 8; i += 1) {
    name += ALPHABET[bits % 32] ?? "";
    bits = Math.floor(bits / 32);
  }
  return `[${ruleId}:${name}]`;
}

/** Where marks stand already: they are never redacted again. */
export function markSpans(text: string): [from: number, to: number][] {
  if (!text.includes("[")) return [];
  return Array.from(text.matchAll(MARK), (match) => [match.index, match.index + match[0].length]);
}

/** Whether a value is one mark and nothing else (but for the scheme of a header). */
export const isMark = (value: string): boolean => ONLY_MARKS.test(value);
