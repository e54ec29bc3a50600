import { describe, expect, it } from "vitest";
import { compareCosts } from "./compare-costs";
import { listPricesUsed } from "./list-prices-used";

const bucket = (over: object = {}) => ({
  provider: "openai",
  model: "gpt-4.1",
  day: "2026-01-02",
  tier: 0,
  costSource: "stated" as const,
  calls: 10,
  inputTokens: 1_000_000,
  inputKnown: 10,
  cachedInputTokens: 0,
  cachedInputKnown: 10,
  cacheWriteTokens: 0,
  outputTokens: 0,
  outputKnown: 10,
  statedCostUsd: 2,
  ...over,
});
const compareOne = (over: object) => compareCosts([bucket(over)], [])[0];

describe("stated beside computed cost", () => {
  it("agrees where both are the same", () => {
    expect(compareOne({})).toMatchObject({ ratio: 1, comparedCalls: 10, reasons: [] });
  });

  it.each([
    [{ statedCostUsd: 0.6, cachedInputKnown: 0 }, /cached input is not stated/],
    [{ statedCostUsd: 1 }, /half of the list price/],
    [{ statedCostUsd: 1.5 }, /discount/],
    [{ statedCostUsd: 3 }, /priority tier/],
    [{ model: "nobody-knows-it" }, /no list price/],
    [{ costSource: "tokens", statedCostUsd: 0, cachedInputKnown: 0 }, /is not stated/],
  ])("says why %j differs", (over, why) => {
    expect(compareOne(over)?.reasons.join("; ")).toMatch(why);
  });

  it("compares calls whose cost and tokens are both known, and counts the others", () => {
    const rows = compareCosts(
      [
        bucket(),
        bucket({ day: "2026-01-03", inputKnown: 4, statedCostUsd: 9 }),
        bucket({ costSource: "tokens", statedCostUsd: 0, calls: 7 }),
      ],
      [],
    );
    expect(rows).toMatchObject([
      { calls: 27, comparedCalls: 10, statedUsd: 2, computedUsd: 2, computedOnlyCalls: 7 },
    ]);
  });
});

describe("the prices used", () => {
  const own = {
    id: "one",
    provider: null,
    model: "gpt-4.1",
    inputUsd: 1,
    cachedInputUsd: null,
    cacheWriteUsd: null,
    outputUsd: 4,
    validFrom: "2026-01-03",
    note: null,
  };

  it("stand once each, with their source and the days they were used for", () => {
    const days = ["2026-01-02", "2026-01-01", "2026-01-03", "2026-01-05"];
    const used = listPricesUsed(
      days.map((day) => bucket({ day })),
      [own],
    );
    expect(used).toMatchObject([
      { input: 2, output: 8, source: "list", first_day: "2026-01-01", last_day: "2026-01-02" },
      {
        input: 1,
        source: "own",
        as_of: "2026-01-03",
        first_day: "2026-01-03",
        last_day: "2026-01-05",
      },
    ]);
  });

  it("leave out what has no price", () => {
    expect(listPricesUsed([bucket({ model: null }), bucket({ model: "nobody" })], [])).toEqual([]);
  });
});
