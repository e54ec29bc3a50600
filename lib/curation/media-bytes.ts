/** Bytes as base64 in one form: the standard alphabet, without white space or padding. */
export type MediaBytes = { mediaType: string | null; base64: string };

const HEAD = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w.+-]+=[^;,]{0,200})*;base64,/iu;

/** Longer runs of base64 are taken for bytes wherever they stand, in characters. */
const LONG = 4096;

const FIRST_BYTES: readonly (readonly [start: string, mediaType: string])[] = [
  ["iVBORw0KGgo", "image/png"],
  ["/9j/", "image/jpeg"],
  ["R0lGOD", "image/gif"],
  ["JVBERi0", "application/pdf"],
  ["SUQz", "audio/mpeg"],
  ["T2dnUw", "audio/ogg"],
  ["UEsDB", "application/zip"],
];

/** Base64 in one form, or null for text that is none. Looks for what does not fit: no long match. */
export function readBase64(text: string): string | null {
  if (text === "" || /[^A-Za-z0-9+/_=\r\n-]/u.test(text)) return null;
  return oneForm(text);
}

function oneForm(text: string): string {
  if (!/[\s=_-]/u.test(text)) return text;
  return text.replace(/[\s=]/gu, "").replaceAll("-", "+").replaceAll("_", "/");
}

/** A whole text that is a data URL of base64. */
export function readDataUrl(text: string): MediaBytes | null {
  const head = HEAD.exec(text.slice(0, 600));
  if (!head) return null;
  const base64 = readBase64(text.slice(head[0].length));
  return base64 === null ? null : { mediaType: head[1]?.toLowerCase() ?? sniff(base64), base64 };
}

export const countBytes = (base64: string): number => Math.floor((base64.length * 3) / 4);

/** The media type that the first bytes tell, or null. */
export function sniff(base64: string): string | null {
  if (base64.startsWith("UklGR")) {
    // RIFF, four bytes of length, then WEBP or WAVE
    const held = base64.slice(11, 16);
    return held === "XRUJQ" ? "image/webp" : held === "XQVZF" ? "audio/wav" : null;
  }
  return FIRST_BYTES.find(([start]) => base64.startsWith(start))?.[1] ?? null;
}

/** A piece of a text that is bytes: from where, to where. */
export type EncodedPiece = MediaBytes & { from: number; to: number };

/** The data URLs and the long runs of base64 in a text, in order; most texts have none. */
export function encodedPieces(text: string): EncodedPiece[] {
  const urls = dataUrls(text);
  if (text.length < LONG) return urls;
  const isInUrl = (at: number) => urls.some(({ from, to }) => at >= from && at < to);
  const runs = longRuns(text).filter(({ from }) => !isInUrl(from));
  return [...urls, ...runs].toSorted((a, b) => a.from - b.from);
}

function dataUrls(text: string): EncodedPiece[] {
  const found: EncodedPiece[] = [];
  for (let at = text.indexOf(";base64,"); at >= 0; at = text.indexOf(";base64,", at + 1)) {
    const from = text.lastIndexOf("data:", at);
    if (from < (found.at(-1)?.to ?? 0) || at - from > 300) continue;
    const head = HEAD.exec(text.slice(from, at + 8));
    if (!head) continue;
    const start = at + 8;
    const to = endOfRun(text, start);
    const base64 = oneForm(text.slice(start, to));
    const mediaType = head[1]?.toLowerCase() ?? sniff(base64);
    if (base64 !== "") found.push({ from, to, mediaType, base64 });
  }
  return found;
}

/** Every run that is long enough covers a step; only around the steps is the text read. */
function longRuns(text: string): EncodedPiece[] {
  const found: EncodedPiece[] = [];
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isBase64(text.charCodeAt(at))) continue;
    let from = at;
    while (from > 0 && isBase64(text.charCodeAt(from - 1))) from -= 1;
    const to = endOfRun(text, at);
    if (to - from >= LONG && looksEncoded(text.slice(from, from + LONG))) {
      const base64 = oneForm(text.slice(from, to));
      found.push({ from, to, mediaType: sniff(base64), base64 });
    }
    while (at + LONG < to) at += LONG;
  }
  return found;
}

/** Bytes use the whole alphabet; long words and rows of digits do not. */
const looksEncoded = (run: string): boolean =>
  /[A-Z]/u.test(run) && /[a-z]/u.test(run) && /[0-9]/u.test(run) && new Set(run).size > 32;

function endOfRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBase64(text.charCodeAt(at))) at += 1;
  return at;
}

function isBase64(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === 95;
  if (code >= 47) return code <= 57 || code === 61;
  return code === 43 || code === 45;
}
