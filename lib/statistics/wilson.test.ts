import { describe, expect, it } from "vitest";
import { effectiveSampleSize, wilson, wilsonOfShare } from "./wilson";

describe("wilson", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])("gives Newcombe 1998, Table I, for %i of %i", (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("knows nothing from no label", () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it("has no sampling error when all of the population is labelled", () => {
    expect(wilson(30, 40, 40)).toEqual({ low: 0.75, high: 0.75 });
  });

  it("is narrower in a finite population, and as before in an endless one", () => {
    const endless = wilson(30, 40);
    const finite = wilson(30, 40, 50);
    expect(finite?.low).toBeGreaterThan(endless?.low ?? 1);
    expect(finite?.high).toBeLessThan(endless?.high ?? 0);
    expect(wilson(30, 40, 1e12)?.low).toBeCloseTo(endless?.low ?? 0, 9);
  });

  it("refuses what is no share", () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});

describe("effectiveSampleSize", () => {
  it.each([
    [0, 20],
    [0.3, 40],
    [1, 29],
  ])("reads the n of a share of %f back as %i", (share, n) => {
    expect(effectiveSampleSize(share, wilsonOfShare(share, n))).toBeCloseTo(n, 6);
  });
});
