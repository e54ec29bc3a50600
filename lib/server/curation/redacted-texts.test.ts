import { expect, it } from "vitest";
import type { Counts } from "@/lib/curation/redact/rule";
import { RedactedTexts } from "./redacted-texts";

function counting(texts: RedactedTexts) {
  let looks = 0;
  const remember = (text: string) =>
    texts.remember(text, () => {
      looks += 1;
      const changed = text.replaceAll("secret", "[x:00000000]");
      const counts: Counts = changed === text ? {} : { x: 1 };
      return { text: changed, counts };
    });
  return { remember, looks: () => looks };
}

it("looks at each text once, changed or not, and answers alike", () => {
  const { remember, looks } = counting(new RedactedTexts());
  for (const text of ["a secret", "nothing"]) expect(remember(text)).toEqual(remember(text));
  expect(looks()).toBe(2);
});

it("forgets the older texts when it is full, and is still right", () => {
  const { remember, looks } = counting(new RedactedTexts(4_000));
  const texts = Array.from({ length: 100 }, (_, i) => `secret ${i}`);
  for (const text of [...texts, ...texts]) {
    expect(remember(text).text).toBe(text.replace("secret", "[x:00000000]"));
  }
  expect(looks()).toBeGreaterThan(100);
});
