import { describe, expect, it } from "vitest";
import { expectedMargin, planClusters } from "./plan-draw";

const frame = {
  clusterId: "c",
  name: "extract",
  frameCalls: 112,
  traceSizes: [
    [1, 12],
    [10, 10],
  ],
} as const;

describe("planClusters", () => {
  it("counts what is left when a trace gives at most k calls", () => {
    const draws = (perCluster: number, maxPerTrace: number | null) =>
      planClusters([frame], { perCluster, maxPerTrace })[0]?.draws;
    expect(draws(60, 3)).toBe(42);
    expect(draws(20, 3)).toBe(20);
    expect(draws(500, null)).toBe(112);
  });
});

describe("expectedMargin", () => {
  it("is twelve points for 60 of very many, and nothing when all are drawn", () => {
    expect(expectedMargin(60, 1_000_000)).toBeCloseTo(0.1227, 3);
    expect(expectedMargin(40, 40)).toBe(0);
    expect(expectedMargin(0, 40)).toBe(0.5);
  });
});
