import { expect, it } from "vitest";
import { bootstrapVariance } from "./bootstrap";

/** Ten traces, five that pull the share up and five that pull it down. */
const influences = Array.from(
  { length: 10 },
  (_, trace) => (trace < 5 ? -1 : 1) * (1 + trace / 10),
);

it("gives the same variance for the same seed", () => {
  expect(bootstrapVariance(influences, "a")).toBe(bootstrapVariance(influences, "a"));
  expect(bootstrapVariance(influences, "a")).not.toBe(bootstrapVariance(influences, "b"));
});

it("is near the variance that a formula gives: m / (m - 1) times the sum of squares about the mean", () => {
  const mean = influences.reduce((sum, one) => sum + one, 0) / 10;
  const exact = (10 / 9) * influences.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  expect(bootstrapVariance(influences, "a") / exact).toBeGreaterThan(0.9);
  expect(bootstrapVariance(influences, "a") / exact).toBeLessThan(1.1);
});

it("has nothing to say of one trace", () => {
  expect(bootstrapVariance([0.4], "a")).toBe(0);
});
