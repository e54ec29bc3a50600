import { describe, expect, it } from "vitest";
import { computeShare } from "@/lib/statistics/share";
import {
  type ClusterFrame,
  expectedInterval,
  labelsToProve,
  planDraw,
  type PlanChoice,
} from "./plan-draw";

const frame: ClusterFrame = {
  clusterId: "c",
  name: "extract",
  frameCalls: 112,
  frameSpendUsd: 3,
  traceSizes: [
    [1, 12],
    [10, 10],
  ],
  unitSizes: [
    [1, 10],
    [2, 10],
  ],
  settled: 0,
  viable: 0,
};
const choice: PlanChoice = {
  allocation: "equal",
  perCluster: 60,
  wanted: null,
  maxPerTrace: 3,
  collapseAlike: false,
  slotsPerItem: 1,
  secondShare: 0,
};

describe("planDraw", () => {
  const draws = (over: Partial<PlanChoice>) =>
    planDraw([frame], { ...choice, ...over }).clusters[0]?.draws;

  it("counts what is left when a trace gives at most k calls, and near-duplicates are one", () => {
    expect(draws({})).toBe(42);
    expect(draws({ perCluster: 20 })).toBe(20);
    expect(draws({ perCluster: 500, maxPerTrace: null })).toBe(112);
    expect(draws({ collapseAlike: true })).toBe(30);
    expect(draws({ collapseAlike: true, maxPerTrace: 1 })).toBe(20);
  });

  it("counts the labels of second raters", () => {
    expect(planDraw([frame], { ...choice, slotsPerItem: 2, secondShare: 0.5 })).toMatchObject({
      items: 42,
      labels: 105,
      secondLabels: 21,
    });
  });

  it("shares out by spend, and leaves those whose spend is unknown the least", () => {
    const dear = { ...frame, clusterId: "d", frameSpendUsd: 9 };
    const unknown = { ...frame, clusterId: "u", frameSpendUsd: null };
    const shared = { ...choice, allocation: "spend" as const, perCluster: 4, wanted: 44 };
    const { clusters } = planDraw([frame, dear, unknown], shared);
    expect(clusters.map((cluster) => cluster.draws)).toEqual([10, 30, 4]);
  });

  it("expects by the share so far, else by one half", () => {
    const [sure] = planDraw([{ ...frame, settled: 40, viable: 38 }], choice).clusters;
    const [open] = planDraw([frame], choice).clusters;
    expect(sure?.shareSoFar).toBe(0.95);
    expect(open?.shareSoFar).toBeNull();
    const width = (plan: typeof open) => (plan?.expected?.high ?? 0) - (plan?.expected?.low ?? 0);
    expect(width(sure)).toBeLessThan(width(open));
  });
});

describe("expectedInterval", () => {
  it("is what the results show for labels that come out so", () => {
    for (const [viable, n, population] of [
      [30, 60, 5000],
      [60, 60, 5000],
      [40, 40, 40],
      [9, 73, 100],
    ] as const) {
      const items = Array.from({ length: n }, (_, at) => ({
        stratum: "s",
        trace: null,
        cluster: "s",
        verdict: at < viable ? ("viable" as const) : ("not_viable" as const),
        inclusionProbability: n / population,
        multiplicity: 1,
        spendUsd: null,
        tokens: null,
        frontier: false,
      }));
      const strata = [{ id: "s", frameCalls: population, frameSpendUsd: null, frameTokens: null }];
      const { interval } = computeShare(items, strata, { unit: "calls" });
      const expected = expectedInterval(viable / n, n, population);
      expect(expected?.low).toBeCloseTo(interval?.low ?? -1, 9);
      expect(expected?.high).toBeCloseTo(interval?.high ?? -1, 9);
    }
    expect(expectedInterval(0.5, 0, 40)).toBeNull();
  });
});

describe("labelsToProve", () => {
  it("is 73 with no miss for 95 %, fewer of few", () => {
    expect(labelsToProve(0.95, 10_000_000)).toBe(73);
    expect(labelsToProve(0.95, 100)).toBe(43);
    expect(labelsToProve(0.95, 1)).toBe(1);
  });
});
