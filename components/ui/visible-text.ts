/** A run of harmless text, or one character that would otherwise act unseen. */
export type TextPiece =
  | { kind: "text"; text: string }
  | { kind: "mark"; text: string; name: string };

// In letters: few fonts have the control pictures, and at this size nobody can read them.
const C0 =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(
    " ",
  );

const NAMED: Record<number, readonly [short: string, name: string]> = {
  0x00ad: ["SHY", "soft hyphen"],
  0x061c: ["ALM", "Arabic letter mark"],
  0x200b: ["ZWSP", "zero width space"],
  0x200e: ["LRM", "left-to-right mark"],
  0x200f: ["RLM", "right-to-left mark"],
  0x2028: ["LSEP", "line separator"],
  0x2029: ["PSEP", "paragraph separator"],
  0x202a: ["LRE", "left-to-right embedding"],
  0x202b: ["RLE", "right-to-left embedding"],
  0x202c: ["PDF", "pop directional formatting"],
  0x202d: ["LRO", "left-to-right override"],
  0x202e: ["RLO", "right-to-left override"],
  0x2060: ["WJ", "word joiner"],
  0x2066: ["LRI", "left-to-right isolate"],
  0x2067: ["RLI", "right-to-left isolate"],
  0x2068: ["FSI", "first strong isolate"],
  0x2069: ["PDI", "pop directional isolate"],
  0xfeff: ["BOM", "byte order mark"],
};

// Controls but tab and line feed; what steers direction or hides; tag characters, which carry unseen text.
const ACTING =
  // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
  /(?:(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}])/gu;

const markOf = (character: string): TextPiece => {
  const code = character.codePointAt(0) ?? 0;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code < 0x20) {
    return { kind: "mark", text: C0[code] ?? point, name: `${point} control` };
  }
  if (code === 0x7f) return { kind: "mark", text: "DEL", name: `${point} delete` };
  const named = NAMED[code];
  if (named) return { kind: "mark", text: named[0], name: `${point} ${named[1]}` };
  return { kind: "mark", text: point, name: code > 0xffff ? `${point} tag` : `${point} control` };
};

/**
 * Splits foreign text so that nothing in it acts unseen: control characters, bidirectional overrides,
 * zero-width spaces and tag characters become visible marks. Tabs, line ends, and the joiners that
 * emoji and Indic scripts need stay as they are.
 */
export const revealHidden = (text: string): TextPiece[] => {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(ACTING)) {
    if (match.index > from) pieces.push({ kind: "text", text: text.slice(from, match.index) });
    pieces.push(markOf(match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
};

/** Cuts after at most `max` UTF-16 units, never inside a pair. */
export const cutText = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
};

/**
 * Splits a text at marked stretches, which are in order and do not overlap; what lies behind the end
 * of the text is left out.
 */
export const splitMarked = (
  text: string,
  marks: readonly (readonly [from: number, to: number])[],
): { text: string; marked: boolean }[] => {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from >= text.length) break;
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    at = Math.min(to, text.length);
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
};
