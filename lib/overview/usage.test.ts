import { describe, expect, it } from "vitest";
import type { TotalBucket } from "./total-bucket";
import { computeUsage } from "./usage";
import { rateDays } from "./window";

const bucket = (over: Partial<TotalBucket> = {}): TotalBucket => ({
  clusterId: "c",
  routeKey: "extract",
  tagged: true,
  provider: "openai",
  model: "gpt-4.1",
  day: "2026-01-02",
  tier: 0,
  costSource: "stated",
  calls: 10,
  errored: 1,
  inputTokens: 1000,
  inputKnown: 10,
  cachedInputTokens: 0,
  cachedInputKnown: 0,
  cacheWriteTokens: 0,
  outputTokens: 100,
  outputKnown: 10,
  statedCostUsd: 2,
  ...over,
});

describe("the usage of some calls", () => {
  it("adds up buckets and keeps how many calls each sum knows of", () => {
    const usage = computeUsage([bucket(), bucket({ day: "2026-01-05", inputKnown: 4 })], []);
    expect(usage).toMatchObject({
      calls: 20,
      errored: 2,
      inputTokens: { sum: 2000, known: 14 },
      cost: { costUsd: 4, pricedCalls: 20, unpricedCalls: 0 },
      models: [{ model: "gpt-4.1", calls: 20, costUsd: 4 }],
    });
  });

  it("counts the days from the first to the last, and the calls without one", () => {
    const { window } = computeUsage(
      [bucket({ day: "2026-02-01" }), bucket(), bucket({ day: null, calls: 3 })],
      [],
    );
    expect(window).toEqual({
      firstDay: "2026-01-02",
      lastDay: "2026-02-01",
      days: 31,
      undatedCalls: 3,
      implausibleCalls: 0,
    });
  });

  it("leaves the cost unknown, never 0, where nothing has a price", () => {
    const usage = computeUsage([bucket({ costSource: "unknown", model: "nobody-knows-it" })], []);
    expect(usage.cost).toMatchObject({ costUsd: null, unpricedCalls: 10 });
    expect(usage.cost.reasons).toEqual(["unknown model"]);
  });

  it.each([
    [[], null],
    [[bucket({ day: null })], null],
    [[bucket()], null],
    [[bucket(), bucket({ day: "2026-01-03" })], 2],
  ])("reads no rate from less than two days", (buckets, days) => {
    expect(rateDays(computeUsage(buckets, []).window)).toBe(days);
  });
});
