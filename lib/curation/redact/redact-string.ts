import { isMark } from "./mark";
import { NAMED, plainKey } from "./named-keys";
import type { Redacted } from "./redact-text";
import type { Redactor } from "./redactor";
import { addCounts, type Counts, NO_COUNTS } from "./rule";

/** Escapes that can hide what a rule looks for: \u0040 is an @. */
const HIDING = /\\[u/]/u;

/** A text of its own, or one that is JSON and stays JSON (such as a tool call's arguments). */
export function redactString(text: string, by: Redactor): Redacted {
  const plain = by.text(text);
  if (plain.text === text && !(text.includes("\\") && HIDING.test(text))) return plain;
  return isJson(text) ? redactJsonText(text, by) : plain;
}

/** By its name: as one mark, of the rule that knows the whole of it if there is one. */
export function redactWhole(value: string, by: Redactor): Redacted {
  if (value === "" || isMark(value)) return { text: value, counts: NO_COUNTS };
  const known = by.text(value);
  return isMark(known.text) ? known : { text: by.mark(NAMED, value), counts: { [NAMED]: 1 } };
}

function isJson(text: string): boolean {
  if (!/^\s*[{["]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Redacts string by string, so that escapes, numbers and layout stay as they are. */
function redactJsonText(text: string, by: Redactor): Redacted {
  let [written, at, counts, named]: [string, number, Counts, boolean] = ["", 0, NO_COUNTS, false];
  const redactNumbers = (part: string) =>
    part.replace(/-?\d[\d.eE+-]{0,400}/gu, (number) => {
      const redacted = named ? redactWhole(number, by) : by.text(number);
      counts = addCounts(counts, redacted.counts);
      return redacted.text === number ? number : JSON.stringify(redacted.text);
    });
  for (let open = text.indexOf('"'); open >= 0; open = text.indexOf('"', at)) {
    const part = text.slice(at, open);
    written += redactNumbers(part);
    if (/[\]{}]/u.test(part)) named = false;
    at = endOfString(text, open);
    const literal = text.slice(open, at);
    const plain = literal.includes("\\") ? String(JSON.parse(literal)) : literal.slice(1, -1);
    const isKey = /^\s*:/u.test(text.slice(at, at + 100));
    const redacted = named && !isKey ? redactWhole(plain, by) : redactString(plain, by);
    counts = addCounts(counts, redacted.counts);
    written += redacted.text === plain ? literal : JSON.stringify(redacted.text);
    if (isKey) named = by.keys.has(plainKey(plain));
  }
  return { text: written + redactNumbers(text.slice(at)), counts };
}

/** Behind the closing quote of the JSON string that opens here. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === "\\") at += 1;
  }
  return text.length;
}
