/** Characters at the beginning of an anchor by which it is looked up. */
const LOOKED_UP = 3;
/** 5 bits of each of them. */
const SLOTS = 1 << (5 * LOOKED_UP);

type Anchor<Value> = { text: string; value: Value };
/** Anchors that begin alike: as they are written, and in any case. */
type Alike<Value> = { exact: Anchor<Value>[]; folded: Anchor<Value>[] };

/** Whether a text can be an anchor; others need a pattern. */
export const canAnchor = (text: string): boolean => /^[\x20-\x7e]{3,}$/u.test(text);

/**
 * Finds where any of many fixed texts stands, in one pass whose time does not grow with their number:
 * a table says of the last three characters read, case aside, whether an anchor begins so. What it
 * lets through is then compared in full.
 */
export class Anchors<Value> {
  readonly #slots = new Uint8Array(SLOTS);
  readonly #alike = new Map<number, Alike<Value>>();

  /** Of two of one kind that stand at one place the one added first counts. */
  add(text: string, kind: "exact" | "folded", value: Value): void {
    let slot = 0;
    for (let at = 0; at < LOOKED_UP; at += 1) slot = next(slot, text.charCodeAt(at));
    const alike = this.#alike.get(slot) ?? { exact: [], folded: [] };
    alike[kind].push({ text: kind === "folded" ? text.toLowerCase() : text, value });
    this.#alike.set(slot, alike);
    this.#slots[slot] = 1;
  }

  /** Hands over each place where an anchor stands, in order; for one place at most one of a kind. */
  scan(text: string, found: (value: Value, at: number) => void): void {
    const slots = this.#slots;
    const { length } = text;
    let slot = 0;
    for (let at = 0; at < length; at += 1) {
      slot = next(slot, text.charCodeAt(at));
      if (slots[slot] !== 0) this.#compare(text, at + 1 - LOOKED_UP, slot, found);
    }
  }

  #compare(
    text: string,
    from: number,
    slot: number,
    found: (value: Value, at: number) => void,
  ): void {
    const alike = this.#alike.get(slot);
    if (!alike || from < 0) return;
    const exact = alike.exact.find((anchor) => text.startsWith(anchor.text, from));
    if (exact) found(exact.value, from);
    const folded = alike.folded.find((anchor) => startsFolded(text, anchor.text, from));
    if (folded) found(folded.value, from);
  }
}

const next = (slot: number, code: number): number => ((slot << 5) | (code & 31)) & (SLOTS - 1);

function startsFolded(text: string, lowered: string, from: number): boolean {
  if (from + lowered.length > text.length) return false;
  for (let at = 0; at < lowered.length; at += 1) {
    if (lower(text.charCodeAt(from + at)) !== lowered.charCodeAt(at)) return false;
  }
  return true;
}

/** Letters of ASCII alone, as patterns fold them that know no Unicode. */
const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
