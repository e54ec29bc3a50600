import { describe, expect, it } from "vitest";
import table from "./coverage-table.json";
import { coverageOfSize } from "./coverage-of-size";
import { computeShare } from "./share";
import { type IntervalMethod, measureCoverage } from "./simulation/measure-coverage";
import { SIZE_GRID } from "./simulation/size-grid";
import type { World } from "./simulation/world";
import { HELD_WORLDS } from "./simulation/worlds";
import { wilson } from "./wilson";

// `npm run bench -- coverage` takes thousands of samples; so few tell 95 % from less than 91 and from 99.
const SAMPLES = 250;
/** A simulation takes seconds, and more where others work too. */
const SLOW = { timeout: 120_000 };
const WORLDS = [
  "one step at 0.9, 100 of some 2,400 calls drawn, at most 3 a trace",
  "one step at 0.5, all calls of 60 traces",
  "six steps of an agent, 20 drawn of each",
  "four steps, all calls of 40 traces that are easy or hard throughout",
  "spend of four steps around 0.5, unequally drawn",
];

const worldOf = (name: string): World => {
  const world = HELD_WORLDS.find((one) => one.name === name);
  if (world === undefined) throw new Error(`no world ${name}`);
  return world;
};

describe("the interval that is shown", SLOW, () => {
  it.each(WORLDS)("covers the truth in about 95 of 100 samples: %s", (name) => {
    const { covered } = measureCoverage(worldOf(name), SAMPLES);
    expect(covered).toBeGreaterThanOrEqual(0.91);
    expect(covered).toBeLessThanOrEqual(0.988);
  });
});

describe("a wrong interval is found out", SLOW, () => {
  /** As if no two calls were of one trace, nor of strata, nor of unequal size. */
  const naive: IntervalMethod = (items) =>
    wilson(items.filter(({ verdict }) => verdict === "viable").length, items.length);
  it.each([
    "one step at 0.5, all calls of 60 traces",
    "four steps, all calls of 40 traces that are easy or hard throughout",
    "spend of four steps around 0.5, unequally drawn",
  ])("that takes calls as independent and equal: %s", (name) => {
    expect(measureCoverage(worldOf(name), SAMPLES, naive).covered).toBeLessThan(0.91);
  });

  it("that is half as wide again", () => {
    const wide: IntervalMethod = (items, strata, unit) => {
      const { value, interval } = computeShare(items, strata, { unit });
      if (value === null || interval === null) return null;
      const low = value - 1.5 * (value - interval.low);
      return { low, high: value + 1.5 * (interval.high - value) };
    };
    const name = "one step at 0.5, all calls of 60 traces";
    expect(measureCoverage(worldOf(name), SAMPLES, wide).covered).toBeGreaterThan(0.988);
  });
});

describe("the table of simulated coverage", () => {
  it("has every size of the grid once", () => {
    const { labels, perTrace, shares } = SIZE_GRID;
    expect(table.sizes).toHaveLength(labels.length * perTrace.length * shares.length);
    expect(table.samples).toBeGreaterThanOrEqual(1000);
  });

  it("is read at the size nearest to a share's own", () => {
    const items = Array.from({ length: 90 }, (_, n) => ({
      stratum: "s",
      trace: `t${n % 40}`,
      cluster: "s",
      verdict: n % 10 === 0 ? ("not_viable" as const) : ("viable" as const),
      inclusionProbability: 0.01,
      multiplicity: 1,
      spendUsd: null,
      tokens: null,
      frontier: null,
    }));
    const frame = { id: "s", frameCalls: 9000, frameSpendUsd: null, frameTokens: null };
    const share = computeShare(items, [frame], { unit: "calls" });
    expect(coverageOfSize(share)).toMatchObject({ labels: 100, traces: 50, share: 0.1 });
    expect(coverageOfSize({ ...share, method: "census" })).toBeNull();
  });
});
