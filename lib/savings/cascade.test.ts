import { describe, expect, it } from "vitest";
import { priceTokens } from "@/lib/pricing/price-tokens";
import { unitRates } from "@/lib/pricing/unit-rates";
import { breakEvenEscalation, cascadeCost, escalationRate, undetectedRate } from "./cascade";

/** A step of 12,000 in and 300 out, 90 % read from the cache and 10 % written, on Opus 4.8. */
function workedExample() {
  const rates = unitRates({ provider: null, model: "claude-opus-4-8", day: "2026-11-21", tier: 0 });
  if (typeof rates === "string") throw new Error(rates);
  const step = { calls: 1, inputTokens: 12_000, outputTokens: 300 };
  const today = priceTokens(rates, { ...step, cachedInputTokens: 10_800, cacheWriteTokens: 1200 });
  const cold = priceTokens(rates, { ...step, cachedInputTokens: 0, cacheWriteTokens: 12_000 });
  const smallUsd = (12_000 * 0.03 + 300 * 0.06) / 1e6;
  const costs = (escalatedUsd: number) => ({ smallUsd, verifierUsd: 0, escalatedUsd });
  return { today, cold, smallUsd, whenWarm: costs(today), whenCold: costs(cold) };
}

const { today, cold, smallUsd, whenWarm, whenCold } = workedExample();
const savedPercent = (costs: typeof whenWarm, escalation: number) =>
  Math.round((1 - cascadeCost(costs, escalation) / today) * 100);

describe("the worked example", () => {
  it("costs $0.0204 as billed, $0.000378 on the small model, $0.0825 escalated cold", () => {
    expect(today).toBeCloseTo(0.0204, 10);
    expect(smallUsd).toBeCloseTo(0.000378, 10);
    expect(cold).toBeCloseTo(0.0825, 10);
  });

  it.each([
    [0, 98, 98],
    [0.1, 88, 58],
    [0.2, 78, 17],
    [0.3, 68, -23],
  ])("saves at %f escalated %i % warm, %i % cold", (escalation, warm, coldSaved) => {
    expect(savedPercent(whenWarm, escalation)).toBe(warm);
    expect(savedPercent(whenCold, escalation)).toBe(coldSaved);
  });

  it("breaks even at 98 % escalated warm, 24 % cold", () => {
    expect(Math.round((breakEvenEscalation(whenWarm, today) ?? 0) * 100)).toBe(98);
    expect(Math.round((breakEvenEscalation(whenCold, today) ?? 0) * 100)).toBe(24);
  });
});

describe("the gate", () => {
  it("escalates what is not viable when it is perfect", () => {
    expect(escalationRate({ viableShare: 0.7 })).toBeCloseTo(0.3, 12);
  });

  it("escalates good answers and lets bad ones pass when it is not", () => {
    const gate = { viableShare: 0.7, catchRate: 0.8, falseAlarmRate: 0.1 };
    expect(escalationRate(gate)).toBeCloseTo(0.31, 12);
    expect(undetectedRate(gate)).toBeCloseTo(0.06, 12);
  });

  it("refuses what is no rate", () => {
    expect(() => escalationRate({ viableShare: 1.2 })).toThrow(RangeError);
  });

  it("has nothing to break even on when escalation is free", () => {
    expect(breakEvenEscalation({ smallUsd: 1, verifierUsd: 0, escalatedUsd: 0 }, 2)).toBeNull();
  });
});
