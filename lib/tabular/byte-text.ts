/** One byte, one character: the encoding names a character of its own for each of the 256. */
const singleByte = new TextDecoder("windows-1252");

/** The bytes 128 to 159 by their characters there, which lie beyond U+00FF. */
const beyond = new Map(
  Array.from({ length: 32 }, (_, at) => 128 + at).map((byte) => [
    singleByte.decode(Uint8Array.of(byte)).charCodeAt(0),
    byte,
  ]),
);

/**
 * Bytes as text of as many characters, of which those of ASCII are themselves. Delimiters, quotes
 * and line ends are the same characters in it as in UTF-8, so a file can be cut into cells wherever
 * its chunks end, and places in the text are places in the file.
 */
export function byteText(bytes: Uint8Array): string {
  return singleByte.decode(bytes);
}

export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at] = beyond.get(code) ?? code;
  }
  return bytes;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What byte text says as UTF-8; null when it is not UTF-8. */
export function utf8Of(text: string): string | null {
  if (!/[^\p{ASCII}]/u.test(text)) return text;
  try {
    return strict.decode(bytesOf(text));
  } catch {
    return null;
  }
}
