import fc from "fast-check";
import { expect, it } from "vitest";
import { Anchors } from "./anchors";

const EXACT = ["sk-", "secret_", "eyJ", "://", "sk_live_"];
const FOLDED = ["Secret", "secret_key", "tel:", "ssn"];

const anchors = new Anchors<string>();
for (const text of EXACT) anchors.add(text, "exact", text);
for (const text of FOLDED.toSorted((a, b) => b.length - a.length))
  anchors.add(text, "folded", text);

/** Place by place, as a person would look. */
function look(text: string): [string, number][] {
  return Array.from({ length: text.length }, (_, at) => {
    const rest = text.slice(at);
    const exact = EXACT.filter((one) => rest.startsWith(one));
    const folded = FOLDED.filter((one) =>
      new RegExp(`^${one}`, "i").test(rest.slice(0, one.length)),
    ).toSorted((a, b) => b.length - a.length);
    return [...exact.slice(0, 1), ...folded.slice(0, 1)].map((one): [string, number] => [one, at]);
  }).flat();
}

it("finds each anchor where it stands, and nothing else, in any text", () => {
  const parts = fc.constantFrom(
    ...EXACT,
    ...FOLDED,
    "SECRET_KEY",
    "ſsn",
    "TEL",
    "s",
    "k",
    "é",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const found: [string, number][] = [];
      anchors.scan(text, (value, at) => found.push([value, at]));
      expect(found).toEqual(look(text));
    }),
  );
});
