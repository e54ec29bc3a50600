import { describe, expect, it } from "vitest";
import { computeGpuFacts, ratesOfGpu } from "./gpu";

const gpu = (over: Partial<Parameters<typeof ratesOfGpu>[0]> = {}) => ({
  usdPerHour: 2.5,
  readsPerSecond: 10_000,
  writesPerSecond: 13_348,
  busy: 1,
  ...over,
});

describe("an own GPU", () => {
  it.each([
    [2.5, 13_348, [0.052, 0.104, 0.173, 0.52]],
    [2.5, 1384, [0.502, 1.003, 1.672, 5.017]],
    [0.5, 1017, [0.137, 0.273, 0.455, 1.366]],
    [0.5, 644, [0.216, 0.431, 0.719, 2.157]],
    [0.5, 206, [0.674, 1.348, 2.247, 6.742]],
  ])(
    "at $%f an hour and %i tokens a second costs, by how busy it is, $%j a million",
    (usd, writes, costs) => {
      for (const [index, busy] of [1, 0.5, 0.3, 0.1].entries()) {
        const { output } = ratesOfGpu(gpu({ usdPerHour: usd, writesPerSecond: writes, busy }));
        // the table cuts the last digit
        expect(Math.abs(output * 1e6 - (costs[index] ?? 0))).toBeLessThan(0.001);
      }
    },
  );

  it("pays from so many calls a day as fill the price of its day", () => {
    const call = { inputTokens: 4000, outputTokens: 100, hostedUsd: 0.0006, roomUsd: 0.012 };
    const facts = computeGpuFacts(gpu({ writesPerSecond: 1000, busy: 0.5 }), call);
    expect(facts.usdPerDay).toBe(60);
    // 0.4 s to read and 0.1 s to write each
    expect(facts.callsPerDayAtBusy).toBeCloseTo((86_400 * 0.5) / 0.5, 6);
    expect(facts.breakEvenHosted).toBeCloseTo(100_000, 6);
    expect(facts.breakEvenToday).toBeCloseTo(5000, 6);
  });

  it("never pays where nothing is left to pay for it, or no price is known", () => {
    const call = { inputTokens: 10, outputTokens: 10, hostedUsd: null, roomUsd: -1 };
    expect(computeGpuFacts(gpu(), call)).toMatchObject({
      breakEvenHosted: null,
      breakEvenToday: null,
    });
  });
});
