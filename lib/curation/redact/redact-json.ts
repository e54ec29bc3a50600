import { isMediaReference } from "@/lib/curation/media-reference";
import { NAMED, plainKey } from "./named-keys";
import { redactString, redactWhole } from "./redact-string";
import type { Redactor } from "./redactor";
import { addCounts, type Counts, NO_COUNTS } from "./rule";

export type RedactedJson = { value: unknown; counts: Counts };

/** Numbers of fewer digits can be no card and no id that a rule knows without its label. */
const LONG_NUMBER = 1e11;

/**
 * A JSON value with its texts redacted, members' names too; the same value when nothing struck.
 * Text that is itself JSON stays JSON.
 */
export function redactJson(value: unknown, by: Redactor, named = false): RedactedJson {
  if (typeof value === "string") {
    const { text, counts } = named ? redactWhole(value, by) : redactString(value, by);
    return { value: text, counts };
  }
  if (typeof value === "number") return redactNumber(value, by, named);
  if (Array.isArray(value)) return redactList(value, by, named);
  if (typeof value !== "object" || value === null) return { value, counts: NO_COUNTS };
  return redactObject(value as Record<string, unknown>, by);
}

function redactList(list: readonly unknown[], by: Redactor, named: boolean): RedactedJson {
  let [counts, changed] = [NO_COUNTS, false];
  const members = list.map((member) => {
    const redacted = redactJson(member, by, named);
    counts = addCounts(counts, redacted.counts);
    changed ||= redacted.value !== member;
    return redacted.value;
  });
  return { value: changed ? members : list, counts };
}

function redactObject(object: Record<string, unknown>, by: Redactor): RedactedJson {
  let [counts, changed] = [NO_COUNTS, false];
  const isMedia = isMediaReference(object);
  const members = Object.entries(object).map(([key, member]) => {
    // our own digest of bytes, in whose digits a rule might see something
    if (isMedia && key === "digest") return [key, member] as const;
    const name = by.key(key);
    const redacted = redactJson(member, by, by.keys.has(plainKey(key)));
    counts = addCounts(addCounts(counts, name.counts), redacted.counts);
    changed ||= redacted.value !== member || name.text !== key;
    return [name.text, redacted.value] as const;
  });
  return { value: changed ? Object.fromEntries(members) : object, counts };
}

function redactNumber(value: number, by: Redactor, named: boolean): RedactedJson {
  const text = String(value);
  if (named) return { value: by.mark(NAMED, text), counts: { [NAMED]: 1 } };
  if (Math.abs(value) < LONG_NUMBER || !Number.isSafeInteger(value)) {
    return { value, counts: NO_COUNTS };
  }
  const redacted = by.text(text);
  return { value: redacted.text === text ? value : redacted.text, counts: redacted.counts };
}
