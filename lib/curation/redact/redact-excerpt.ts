import type { Redacted } from "./redact-text";

/** A line out of the middle of a key or certificate, of which no rule sees the beginning. */
const BASE64_LINE = /^\s*[\w+/-]{40,}={0,2}\s*$/u;

/**
 * The beginning of a record that could not be read, with nothing in it that the rules catch.
 * Escapes (`\u0040`) and the NULs of another encoding may hide what they look for: then the text is
 * shown without them. A line of base64 alone is not shown at all.
 */
export function redactExcerpt(text: string, redact: (text: string) => Redacted): string {
  if (BASE64_LINE.test(text)) return `(${text.trim().length} characters of base64)`;
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
