const LENGTH = 200;

/**
 * The beginning of some bytes for a person to recognise: at most 200 characters, bytes that are
 * no UTF-8 as `\xe9`, control characters as `␀␉␊…` and so never as themselves.
 */
export function excerptOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, LENGTH * 4);
  const text = visible(new TextDecoder().decode(head));
  if (!text.includes("\uFFFD")) return shortened(text);
  return shortened(visible(Array.from(decodedByteWise(head)).join("")));
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
