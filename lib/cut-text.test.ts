import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "./cut-text";

test("cuts between characters, never within one", () => {
  expect(cutText(`${"x".repeat(79)}😀y`, 80)).toBe(`${"x".repeat(79)}😀`);
  expect(cutText("short", 80)).toBe("short");
});

test("always gives well-formed text of at most so many characters", () => {
  const halves = fc.string({ unit: fc.constantFrom("a", "😀", "\ud83d", "\ude00", "\u0000") });
  fc.assert(
    fc.property(halves, fc.nat(8), (text, most) => {
      const cut = cutText(text, most);
      expect(cut).not.toMatch(/\p{Surrogate}/u);
      expect(cut).not.toContain("\u0000");
      expect(Array.from(cut).length).toBeLessThanOrEqual(most);
    }),
  );
});
