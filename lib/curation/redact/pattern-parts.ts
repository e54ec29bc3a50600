/** A pattern taken apart, as far as its running time depends on it. */
export type Part =
  | { kind: "one"; source: string; set: CharSet }
  | { kind: "empty"; source: string }
  | { kind: "sequence"; parts: Part[] }
  | { kind: "choice"; parts: Part[] }
  | { kind: "group"; open: string; part: Part }
  | { kind: "repeat"; part: Part; min: number; max: number; lazy: boolean };

/** The ASCII characters that match, bit by bit, and bit 128 for all others. */
export type CharSet = bigint;

export class PatternRefusal extends Error {}

type Reader = { text: string; at: number; flags: string };

/**
 * Takes the source of a pattern (with flag u) apart. What a linear search cannot promise throws
 * {@link PatternRefusal}: references to groups. Lookarounds and anchors count as empty.
 */
export function parsePattern(source: string, flags: string): Part {
  try {
    void new RegExp(source, `u${flags.replace(/[^i]/gu, "")}`);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /u, "") : "";
    throw new PatternRefusal(`This is no regular expression: ${why.toLowerCase()}.`);
  }
  const reader = { text: source, at: 0, flags: `u${flags.includes("i") ? "i" : ""}` };
  return readChoice(reader);
}

function readChoice(reader: Reader): Part {
  const parts = [readSequence(reader)];
  while (reader.text[reader.at] === "|") {
    reader.at += 1;
    parts.push(readSequence(reader));
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: "choice", parts };
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = [];
  while (reader.at < reader.text.length && !/[|)]/u.test(reader.text[reader.at] ?? "")) {
    parts.push(readRepeat(reader, readAtom(reader)));
  }
  return { kind: "sequence", parts };
}

function readRepeat(reader: Reader, part: Part): Part {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/u.exec(reader.text.slice(reader.at));
  if (!found) return part;
  reader.at += found[0].length;
  const [, sign, low, comma, high, lazy] = found;
  const min = sign === undefined ? Number(low) : sign === "+" ? 1 : 0;
  let max = sign === "?" ? 1 : Infinity;
  if (sign === undefined) max = comma === "" ? min : high === "" ? Infinity : Number(high);
  return { kind: "repeat", part, min, max, lazy: lazy !== "" };
}

function readAtom(reader: Reader): Part {
  const rest = reader.text.slice(reader.at);
  const open = /^\((?:\?(?::|<?[=!]|<[A-Za-z_]\w*>))?/u.exec(rest)?.[0];
  if (open !== undefined) {
    reader.at += open.length;
    const part = readChoice(reader);
    reader.at += 1;
    return { kind: "group", open, part };
  }
  if (/^\\(?:[1-9]|k<)/u.test(rest)) {
    throw new PatternRefusal(
      "A reference back to a group (\\1, \\k<name>) can take very long: write the text out instead.",
    );
  }
  const source =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)|.)/su.exec(
      rest,
    )?.[0] ?? "";
  reader.at += source.length;
  if (source === "^" || source === "$" || source === "\\b" || source === "\\B") {
    return { kind: "empty", source };
  }
  return { kind: "one", source, set: setOf(source, reader.flags) };
}

const SAMPLES = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const OTHERS = [
  "\u00e9",
  "\u00df",
  "\u03a9",
  "\u044f",
  "\u4e2d",
  "\u0663",
  "\u2028",
  "\u00a0",
  "\u{1f600}",
  "\u017f",
  "\u212a",
  "\u0301",
  "\u20ac",
];

function setOf(source: string, flags: string): CharSet {
  const pattern = new RegExp(`^${source}$`, `${flags}s`.replace(source === "." ? "s" : "", ""));
  let set = 0n;
  for (const [code, char] of SAMPLES.entries()) if (pattern.test(char)) set |= 1n << BigInt(code);
  return OTHERS.some((char) => pattern.test(char)) ? set | (1n << 128n) : set;
}
