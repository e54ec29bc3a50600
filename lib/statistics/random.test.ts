import { expect, it } from "vitest";
import { seededRandom } from "./random";

const take = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

it("repeats itself for the same seed and differs for another", () => {
  expect(take("20261121", 5)).toEqual(take("20261121", 5));
  expect(take("20261121", 5)).not.toEqual(take("20261122", 5));
});

it("stays in [0, 1) and spreads evenly", () => {
  const numbers = take("even", 20_000);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(mean).toBeCloseTo(0.5, 1);
});
