import { describe, expect, it } from "vitest";
import type { SavingsBasis } from "./basis";
import { countFor, cumulate } from "./cumulate";
import { computeSensitivity, ESCALATIONS } from "./sensitivity";

/** One call of the worked example: 12,000 in and 300 out, 90 % cached, on Opus 4.8. */
const BASIS: SavingsBasis = {
  calls: 1,
  coveredCalls: 1,
  todayUsd: 0.0204,
  inputTokens: 12_000,
  outputTokens: 300,
  coldUsd: 0.0825,
  silentDiscountUsd: 0,
};
const candidate = {
  input: 0.03e-6,
  cachedInput: 0.03e-6,
  cacheWrite: 0.03e-6,
  output: 0.06e-6,
  request: 0,
};
const cold = { candidate, escalation: "from the share", escalatedCache: "cold" } as const;

describe("the sensitivity to price and escalation", () => {
  it("holds the worked example in the candidate's row: 98, 58, 17 and -23 %, turning at 24 %", () => {
    const row = computeSensitivity(BASIS, cold).find(({ isCandidate }) => isCandidate);
    const at = (rate: number) =>
      Math.round((row?.saved[ESCALATIONS.findIndex((one) => one === rate)] ?? 0) * 100);
    expect([at(0), at(0.1), at(0.2), at(0.3)]).toEqual([98, 58, 17, -23]);
    expect(Math.round((row?.breakEven ?? 0) * 100)).toBe(24);
    expect(row?.ratio).toBeCloseTo(0.0204 / 0.000378, 9);
  });

  it("holds 98, 88, 78 and 68 % on a warm cache", () => {
    const warm = { ...cold, escalatedCache: "warm" } as const;
    const row = computeSensitivity(BASIS, warm).find(({ isCandidate }) => isCandidate);
    const saved = row?.saved.filter((_, index) => [0, 2, 4, 5].includes(index)) ?? [];
    expect(saved.map((part) => Math.round(part * 100))).toEqual([98, 88, 78, 68]);
  });

  it("saves less the more comes back and the dearer the small model is", () => {
    const rows = computeSensitivity(BASIS, cold);
    for (const { saved } of rows) expect(saved).toEqual(saved.toSorted((a, b) => b - a));
    const first = rows.map(({ saved }) => saved[0] ?? 0);
    expect(first).toEqual(first.toSorted((a, b) => a - b));
  });

  it("knows nothing without a cost, or without that of a cold call", () => {
    expect(computeSensitivity({ ...BASIS, todayUsd: 0 }, cold)).toEqual([]);
    expect(computeSensitivity({ ...BASIS, coldUsd: null }, cold)).toEqual([]);
    const rows = computeSensitivity(BASIS, { ...cold, candidate: null });
    expect(rows.some(({ isCandidate }) => isCandidate)).toBe(false);
  });
});

describe("savings added up", () => {
  it("go from the largest on and say how many bring four fifths", () => {
    const items = [
      { id: "a", name: "a", usd: 10 },
      { id: "b", name: "b", usd: 60 },
      { id: "c", name: "c", usd: -5 },
      { id: "d", name: "d", usd: 30 },
    ];
    const added = cumulate(items);
    expect(added.map(({ id, part }) => [id, part])).toEqual([
      ["b", 0.6],
      ["d", 0.9],
      ["a", 1],
    ]);
    expect(countFor(added, 0.8)).toBe(2);
    expect(countFor(cumulate([]), 0.8)).toBe(0);
  });
});
