import { describe, expect, it } from "vitest";
import { addAlike, firstOfGroups, type Folded } from "./alike";

describe("firstOfGroups", () => {
  it("keeps the first of each group, and every row without one", () => {
    const rows = ["a1", "b1", "?1", "a2", "?2", "a3"];
    const first = firstOfGroups(rows, (row) => (row.startsWith("?") ? null : row.charAt(0)));
    expect(first).toEqual(["a1", "b1", "?1", "?2"]);
  });
});

describe("addAlike", () => {
  const call = (statedCostUsd: number | null) => ({
    provider: null,
    model: "a model of nobody",
    inputTokens: 1,
    cachedInputTokens: null,
    cacheWriteTokens: null,
    outputTokens: 1,
    statedCostUsd,
    startedAt: null,
    errored: false,
  });
  const sum = (...costs: (number | null)[]) =>
    costs.reduce<Folded | undefined>((before, cost) => addAlike(before, call(cost), []), undefined);

  it("adds up what is known, and counts what is not", () => {
    expect(sum(1, null, 2.5)).toEqual({ calls: 3, costUsd: 3.5, callsWithoutCost: 1 });
    expect(sum(null, 0)).toEqual({ calls: 2, costUsd: 0, callsWithoutCost: 1 });
  });

  it("does not know the cost of calls whose costs are all unknown", () => {
    expect(sum(null, null)).toEqual({ calls: 2, costUsd: null, callsWithoutCost: 2 });
  });
});
