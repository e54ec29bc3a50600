const LENGTH = 200;

/** Enough of a record that what is cleaned out of its beginning is seen whole. */
const HEAD_BYTES = 8 * 1024;

/** Takes out of a text what must not be kept. */
export type Clean = (text: string) => string;

const asItIs: Clean = (text) => text;

/**
 * The beginning of some bytes for a person to recognise: at most 200 characters, bytes that are
 * no UTF-8 as `\xe9`, control characters as `␀␉␊…` and so never as themselves. It is cleaned before
 * it is cut.
 */
export function excerptOf(bytes: Uint8Array, clean: Clean = asItIs): string {
  const head = bytes.subarray(0, clean === asItIs ? LENGTH * 4 : HEAD_BYTES);
  const text = new TextDecoder().decode(head);
  if (!text.includes("\uFFFD")) return shortened(visible(clean(text)));
  return shortened(visible(clean(Array.from(decodedByteWise(head)).join(""))));
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LENGTH ? text : `${characters.slice(0, LENGTH - 1).join("")}…`;
}

/** Control pictures: U+0000–U+001F become U+2400–U+241F, delete ␡, other controls and format marks a box. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => {
    const code = char.charCodeAt(0);
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return code === 127 ? "␡" : "□";
  });
}

function* decodedByteWise(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    const text = new TextDecoder().decode(bytes.subarray(at, at + length));
    if (length > 0 && text !== "" && !text.includes("\uFFFD")) {
      yield text;
      at += length - 1;
    } else yield `\\x${byte.toString(16).padStart(2, "0")}`;
  }
}
