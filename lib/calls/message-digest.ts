import type { Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import type { KeyedDigest, RowId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";

/**
 * Names a canonical message by all that it says, whatever the order of its keys. Its texts are read
 * here once; who names it again (its node, its call, its fingerprint) does so by this digest.
 */
export const messageDigest = oncePerObject((message: Message, digest: KeyedDigest): RowId =>
  digest("message", ...memberTexts(message)),
);

/**
 * The members of an object by name, each name before its value: a text behind a quote, all else as
 * JSON. No other JSON begins with a quote, so that texts need no escapes to stay apart.
 */
export function memberTexts(object: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(object)
    .toSorted()
    .flatMap((key) => {
      const value = object[key];
      if (value === undefined) return [];
      return [key, typeof value === "string" ? `"${value}` : canonicalJson(value)];
    });
}
