import type { Redacted } from "./redact-text";

/**
 * The beginning of a record that could not be read, with nothing in it that the rules catch.
 * Escapes (`\u0040`) and the NULs of another encoding may hide what they look for: then the text is
 * shown without them.
 */
export function redactExcerpt(text: string, redact: (text: string) => Redacted): string {
  const open = text.replaceAll("\0", "").replace(/\\u00([2-7][0-9a-f])/giu, unescaped);
  const shown = open.replaceAll("\\/", "/");
  const found = redact(shown);
  return found.text === shown ? redact(text).text : found.text;
}

/** Quotes and backslashes stay escaped: they end texts. */
function unescaped(escape: string, hex: string): string {
  const char = String.fromCharCode(Number.parseInt(hex, 16));
  return char === '"' || char === "\\" ? escape : char;
}
