import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Verdict } from "@/lib/labelling/verdict";
import { computeShare } from "./share";
import type { ShareItem } from "./share-item";

const strata = ["a", "b"].map((id) => ({
  id,
  frameCalls: 500,
  frameSpendUsd: 40,
  frameTokens: 90_000,
}));

const anyItem: fc.Arbitrary<ShareItem> = fc.record({
  stratum: fc.constantFrom("a", "b"),
  trace: fc.option(fc.constantFrom("t1", "t2", "t3", "t4", "t5")),
  cluster: fc.constantFrom("x", "y"),
  verdict: fc.option(fc.constantFrom(...Verdict.options)),
  inclusionProbability: fc.constantFrom(0.05, 0.1, 1),
  multiplicity: fc.constantFrom(1, 1, 3),
  spendUsd: fc.option(fc.constantFrom(0, 0.01, 2)),
  tokens: fc.option(fc.nat(10_000)),
  frontier: fc.option(fc.boolean()),
});
const anyItems = fc.array(anyItem, { maxLength: 40 });
const anyUnit = fc.constantFrom(
  "calls",
  "tokens",
  "spend",
  "frontier spend",
  "call types" as const,
);

it("lies within its interval and its band, and has width unless it is a census", () => {
  fc.assert(
    fc.property(anyItems, anyUnit, (items, unit) => {
      const { value, interval, method, band, portions } = computeShare(items, strata, { unit });
      if (value === null || interval === null || portions === null) {
        expect({ value, interval, method }).toEqual({
          value: null,
          interval: null,
          method: "none",
        });
        return;
      }
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(value);
      expect(interval.high).toBeGreaterThanOrEqual(value);
      if (method !== "census") expect(interval.high - interval.low).toBeGreaterThan(0);
      expect(band.unsureFor).toBeGreaterThanOrEqual(value - 1e-9);
      if (band.unsureLeftOut !== null) {
        expect(band.unsureLeftOut).toBeGreaterThanOrEqual(value - 1e-9);
      }
      const whole = Object.values(portions).reduce((sum, portion) => sum + portion, 0);
      expect(whole).toBeCloseTo(1, 9);
    }),
    { numRuns: 60 },
  );
});

it("does not depend on the order of the items", () => {
  fc.assert(
    fc.property(anyItems, anyUnit, (items, unit) => {
      const share = computeShare(items, strata, { unit });
      expect(computeShare(items.toReversed(), strata, { unit })).toEqual(share);
    }),
    { numRuns: 40 },
  );
});

it("is worth as much where one label says viable and another that no model is needed", () => {
  const sized = fc.record({
    spendUsd: fc.double({ min: 0.001, max: 2, noNaN: true }),
    verdict: fc.constantFrom("viable", "no_model_needed"),
  });
  fc.assert(
    fc.property(fc.array(sized, { minLength: 2, maxLength: 40 }), (given) => {
      const items = given.map((own): ShareItem => ({
        ...own,
        stratum: "a",
        trace: null,
        cluster: "x",
        inclusionProbability: 0.1,
        multiplicity: 1,
        tokens: null,
        frontier: false,
      }));
      const spend = { unit: "spend" } as const;
      const told = computeShare(items, strata, spend);
      const plain = items.map((item) => ({ ...item, verdict: "viable" as const }));
      expect(told.value).toBe(1);
      expect(told.interval).toEqual(computeShare(plain, strata, spend).interval);
    }),
  );
});
