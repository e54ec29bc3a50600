import { describe, expect, it } from "vitest";
import { sumTrace, type SummedCall } from "@/lib/traces/sum-trace";

const call = (given: Partial<SummedCall>): SummedCall => ({
  provider: null,
  model: null,
  inputTokens: null,
  cachedInputTokens: null,
  cacheWriteTokens: null,
  outputTokens: null,
  statedCostUsd: null,
  startedAt: null,
  errored: false,
  ...given,
});

describe("sumTrace", () => {
  it("adds up what is known and counts what is not", () => {
    const sums = sumTrace(
      [
        call({ inputTokens: 10, outputTokens: 2, statedCostUsd: 0.5 }),
        call({ inputTokens: 5, errored: true }),
        call({ statedCostUsd: 0.25 }),
      ],
      [],
    );
    expect(sums).toEqual({
      calls: 3,
      errored: 1,
      inputTokens: 15,
      outputTokens: 2,
      callsWithoutTokens: 2,
      costUsd: 0.75,
      callsWithoutCost: 1,
    });
  });

  it("knows nothing of calls that say nothing", () => {
    expect(sumTrace([call({})], [])).toMatchObject({ inputTokens: null, costUsd: null });
  });

  it("prices calls that state no cost", () => {
    const priced = call({
      provider: "openai",
      model: "gpt-4.1",
      inputTokens: 1_000_000,
      cachedInputTokens: 0,
      outputTokens: 0,
      startedAt: "2025-08-01T00:00:00.000Z",
    });
    expect(sumTrace([priced], [])).toMatchObject({ costUsd: 2, callsWithoutCost: 0 });
  });
});
