import { expect, it } from "vitest";
import { bootstrapVariance } from "./bootstrap";
import { seededRandom } from "./random";

/** Ten traces, five that pull the share up and five that pull it down. */
const influences = Array.from(
  { length: 10 },
  (_, trace) => (trace < 5 ? -1 : 1) * (1 + trace / 10),
);

it("is what drawing the traces again comes to", () => {
  const random = seededRandom("drawn again");
  const expected = influences.reduce((sum, one) => sum + one, 0);
  const repeats = 40_000;
  let squares = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    let total = 0;
    for (let draw = 0; draw < 10; draw++) total += influences[Math.floor(random() * 10)] ?? 0;
    squares += (total - expected) ** 2;
  }
  // the error of a variance of 40,000 repeats is 0.7 %
  expect(((squares / repeats) * (10 / 9)) / bootstrapVariance(influences)).toBeCloseTo(1, 1);
});

it("is m / (m - 1) times the sum of squares about the mean", () => {
  expect(bootstrapVariance([-1, 0, 1])).toBe(3);
  expect(bootstrapVariance([4, 4, 4, 4])).toBe(0);
});

it("has nothing to say of one trace", () => {
  expect(bootstrapVariance([0.4])).toBe(0);
});
