/** The families in which rules are listed and switched. */
export const FAMILIES = ["secret", "contact", "payment", "national id", "network", "own"] as const;
export type Family = (typeof FAMILIES)[number];

/** A place in a text where a rule's pattern matched. */
export type Found = {
  value: string;
  /** Up to 64 characters in front of the value, for a look at the context. */
  before: string;
  /** Up to 64 characters behind it. */
  after: string;
};

/** Yes, no, or which part of the value it is (from, to). */
export type Acceptance = boolean | readonly [from: number, to: number];

/**
 * One thing that is redacted. Either it begins with one of a few fixed texts (`starts`, or `words`
 * where capitals do not matter): then `pattern` is tried where one of them stands. Or it has no
 * fixed beginning: then `near` names what must stand close by. The last is the group `value` of
 * the pattern if there is one (it must end the match), else the whole match.
 */
export type Rule = {
  /** In marks, receipts and settings: lower case, digits, underscores. */
  id: string;
  family: Family;
  /** What it catches, for people. */
  catches: string;
  pattern: RegExp;
  accept?: (found: Found) => Acceptance;
  /** The form in which equal values are equal, such as a card number without its spaces. */
  same?: (value: string) => string;
} & (
  | { starts: readonly string[]; words?: undefined; near?: undefined }
  | { words: readonly string[]; starts?: undefined; near?: undefined }
  | { near: Near; starts?: undefined; words?: undefined }
);

/** What a rule without a fixed beginning is looked for around. */
export type Near = "at sign" | "digits" | "colons" | "anything";

/** How often each rule struck. */
export type Counts = Record<string, number>;

export const NO_COUNTS: Counts = Object.freeze({});

/** The sums of two counts; neither is changed. */
export function addCounts(a: Counts, b: Counts): Counts {
  const names = Object.keys(b);
  if (names.length === 0) return a;
  const sums = { ...a };
  for (const name of names) sums[name] = (sums[name] ?? 0) + (b[name] ?? 0);
  return sums;
}
