import { expect, it } from "vitest";
import { bootstrapRatio } from "./bootstrap";

const tenTraces = Array.from({ length: 10 }, (_, trace) => ({ part: trace % 5, whole: 4 }));

it("gives the same interval for the same seed", () => {
  expect(bootstrapRatio(tenTraces, 0, "a")).toEqual(bootstrapRatio(tenTraces, 0, "a"));
});

it("is near the normal interval of independent items when there are many", () => {
  const items = Array.from({ length: 400 }, (_, index) => ({ part: index % 2, whole: 1 }));
  const interval = bootstrapRatio(items, 0, "many");
  expect(interval?.low).toBeCloseTo(0.451, 2);
  expect(interval?.high).toBeCloseTo(0.549, 2);
});

it("shrinks with the part of the population that was seen", () => {
  const wide = bootstrapRatio(tenTraces, 0, "a");
  const narrow = bootstrapRatio(tenTraces, 0.75, "a");
  const width = (interval: typeof wide) => (interval?.high ?? 0) - (interval?.low ?? 0);
  expect(width(narrow)).toBeCloseTo(width(wide) / 2, 2);
});

it("has nothing to say of one trace", () => {
  expect(bootstrapRatio([{ part: 1, whole: 2 }], 0, "a")).toBeNull();
});
