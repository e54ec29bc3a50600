import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markChanges } from "./mark-changes";

const words = fc.array(fc.constantFrom("a", "b", "c", "order", "12", "{", ":"), { maxLength: 40 });

/** The text without its marked stretches, blanks aside. */
const unmarked = (text: string, marks: readonly (readonly [number, number])[]): string[] => {
  const left = marks.toReversed().reduce((rest, [from, to]) => {
    return `${rest.slice(0, from)} ${rest.slice(to)}`;
  }, text);
  return left.split(/\s+/).filter(Boolean);
};

const isWithin = (part: readonly string[], whole: readonly string[]): boolean => {
  let at = 0;
  for (const word of whole) if (word === part[at]) at += 1;
  return at === part.length;
};

describe("markChanges", () => {
  it("leaves unmarked only what the earlier text has, in its order", () => {
    fc.assert(
      fc.property(words, words, (before, now) => {
        const text = now.join(" ");
        const marks = markChanges(before.join(" "), text);
        if (marks === null) return;
        expect(isWithin(unmarked(text, marks), before)).toBe(true);
        for (const [from, to] of marks) expect(from).toBeLessThan(to);
      }),
    );
  });

  it("marks nothing in the same text, and what was put in alone", () => {
    fc.assert(
      fc.property(words, fc.nat(), (before, place) => {
        const at = before.length === 0 ? 0 : place % before.length;
        const now: string[] = [...before.slice(0, at), "NEW", ...before.slice(at)];
        expect(markChanges(before.join(" "), before.join(" "))).toEqual([]);
        const marks = markChanges(before.join(" "), now.join(" "));
        if (before.length < 2) return;
        expect(marks).toHaveLength(1);
        const [from = 0, to = 0] = marks?.[0] ?? [];
        expect(now.join(" ").slice(from, to)).toBe("NEW");
      }),
    );
  });

  it("marks the values that changed in a template", () => {
    const before = '{ "order": "A-1", "city": "Oslo" }';
    const now = '{ "order": "A-7", "city": "Oslo", "vip": true }';
    const marks = markChanges(before, now) ?? [];
    expect(marks.map(([from, to]) => now.slice(from, to))).toEqual(["7", ', "vip": true']);
  });

  it("says nothing of texts that share little, or are too long", () => {
    expect(markChanges("one two three", "four five six seven")).toBeNull();
    const long = Array.from({ length: 7_000 }, (_, index) => `w${index}`).join(" ");
    expect(markChanges(long, `${long} more`)).toBeNull();
  });
});
