import { expect, it } from "vitest";
import { computeModelMix } from "./fallback";

const plain = (text: string | null) => text?.replaceAll(/\s/g, " ") ?? null;

it("takes the model most used and names the others", () => {
  const { mostUsed, mix } = computeModelMix([
    { model: "gpt-5.5", calls: 6 },
    { model: "claude-opus-4-8", calls: 44 },
    { model: "claude-opus-4-8", calls: 44 },
    { model: null, calls: 4 },
    { model: "a", calls: 1 },
    { model: "b", calls: 1 },
  ]);
  expect(mostUsed).toBe("claude-opus-4-8");
  expect(plain(mix)).toBe("today claude-opus-4-8 88 %, gpt-5.5 6 %, unnamed 4 %, others 2 %");
});

it("takes the first by name of equals, whatever the order", () => {
  const uses = [
    { model: "b", calls: 2 },
    { model: "a", calls: 2 },
  ];
  expect(computeModelMix(uses)).toEqual(computeModelMix(uses.toReversed()));
  expect(computeModelMix(uses).mostUsed).toBe("a");
});

it("has no mix of one model and none of none", () => {
  expect(computeModelMix([{ model: "a", calls: 2 }])).toEqual({ mostUsed: "a", mix: null });
  expect(computeModelMix([{ model: null, calls: 2 }])).toEqual({ mostUsed: null, mix: null });
  expect(computeModelMix([])).toEqual({ mostUsed: null, mix: null });
});
