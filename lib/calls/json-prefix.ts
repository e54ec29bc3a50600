/**
 * Reads JSON whose end was cut off, so that the beginning of a long message can be shown without
 * reading all of it: open strings, lists and objects are closed; a member cut in its name or
 * before its value is left out.
 *
 * @returns undefined when nothing can be made of it.
 */
export function parseJsonPrefix(text: string): unknown {
  const whole = tryParse(text);
  if (whole !== undefined) return whole;
  const { open, tail, comma } = scan(text);
  const closed = tryParse(text.slice(0, tail.end) + (tail.inString ? '"' : "") + closers(open));
  if (closed !== undefined || comma === null) return closed;
  return tryParse(text.slice(0, comma.at) + closers(comma.open));
}

type Scan = {
  /** The brackets that stand open at the end. */
  open: string[];
  /** Where the usable text ends: before an escape that was cut in two. */
  tail: { end: number; inString: boolean };
  /** The last comma between members, and what stood open there. */
  comma: { at: number; open: string[] } | null;
};

function scan(text: string): Scan {
  const open: string[] = [];
  let comma: Scan["comma"] = null;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") {
        const length = text[at + 1] === "u" ? 6 : 2;
        if (at + length > text.length) return { open, tail: { end: at, inString }, comma };
        at += length - 1;
      } else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") open.push(character);
    else if (character === "}" || character === "]") open.pop();
    else if (character === ",") comma = { at, open: [...open] };
  }
  return { open, tail: { end: text.length, inString }, comma };
}

const closers = (open: readonly string[]): string =>
  open
    .toReversed()
    .map((bracket) => (bracket === "{" ? "}" : "]"))
    .join("");

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
