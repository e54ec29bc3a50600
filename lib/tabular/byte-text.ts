const SLICE = 8_192;

/**
 * Bytes as text of as many characters, U+0000 to U+00FF. Delimiters, quotes and line ends are the
 * same characters in it as in UTF-8, so a file can be cut into cells wherever its chunks end, and
 * places in the text are places in the file.
 */
export function byteText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return text;
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What byte text says as UTF-8; null when it is not UTF-8. */
export function utf8Of(text: string): string | null {
  if (!/[\u0080-\u00FF]/u.test(text)) return text;
  try {
    return strict.decode(bytesOf(text));
  } catch {
    return null;
  }
}
