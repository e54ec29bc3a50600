import { type Clean, excerptOf } from "@/lib/formats/excerpt";
import { findJsonError } from "@/lib/formats/json-error";
import { isTooDeep } from "@/lib/formats/nesting";
import { type ParseText, parseText } from "@/lib/formats/parse-text";
import type { Piece } from "@/lib/formats/piece";
import { MAX_DEPTH, MAX_RECORD_BYTES } from "@/lib/formats/raw-record";

/** Smaller records are parsed before their depth is looked at: that is faster, and safe. */
const PARSE_FIRST_BYTES = 1024 * 1024;
const TOO_DEEP = `the record is nested too deeply: more than ${MAX_DEPTH} levels`;

export type ParsedRecord = { value: unknown } | { refusal: string; excerpt: string };

/** Understands the bytes of one record as UTF-8 and JSON, or says where and why not. */
export function parseRecord(
  piece: Piece,
  clean?: Clean,
  parse: ParseText = parseText,
): ParsedRecord {
  const refuse = (refusal: string) => ({ refusal, excerpt: excerptOf(piece.head, clean) });
  const { bytes } = piece;
  if (bytes === null) {
    const limit = MAX_RECORD_BYTES / 1024 / 1024;
    return refuse(`the record is too large: a record may have ${limit} MiB`);
  }
  if (bytes.length === 0)
    return refuse("the file ends before its list is closed: records may be missing");
  const text = decoded(bytes);
  if (text === null) return refuse(wrongEncoding(piece, bytes));
  if (piece.tooDeep || (bytes.length > PARSE_FIRST_BYTES && isTooDeep(bytes)))
    return refuse(TOO_DEEP);
  try {
    return parse(text) ?? refuse(TOO_DEEP);
  } catch {
    return refuse(brokenJson(text, piece.final));
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

function wrongEncoding(piece: Piece, bytes: Uint8Array): string {
  const at = validPrefix(bytes);
  const place = `byte ${at + 1} of the record (${piece.offset + at + 1} of the file)`;
  return `not UTF-8 at ${place}: save the file as UTF-8`;
}

/** How many bytes make whole characters before the first that does not: bisected over prefixes. */
function validPrefix(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  let text = "";
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    try {
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      text = decoder.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return new TextEncoder().encode(text).length;
}

function brokenJson(text: string, final: boolean): string {
  const at = findJsonError(text);
  if (at === text.length) {
    if (final) return "the file ends inside a record";
    return `not JSON: the record ends unfinished after ${at} characters (a line end inside text is written \\n)`;
  }
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0xfffd));
  return `not JSON: unexpected ${found} at character ${at + 1} of the record`;
}
