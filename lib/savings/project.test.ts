import { describe, expect, it } from "vitest";
import { computeSavingsBasis, type SavingsBucket } from "./basis";
import { OUTCOME_NOTES } from "./outcome-text";
import { type Assumptions, projectSavings } from "./project";

const CALLS = 10_000;

/** 10,000 times the worked example: 12,000 in, 300 out, 90 % cached, Opus 4.8. */
const bucket = (over: Partial<SavingsBucket> = {}): SavingsBucket => ({
  provider: "anthropic",
  model: "claude-opus-4-8",
  day: "2026-11-21",
  tier: 0,
  costSource: "tokens",
  calls: CALLS,
  inputTokens: CALLS * 12_000,
  cachedInputTokens: CALLS * 10_800,
  cacheWriteTokens: CALLS * 1200,
  outputTokens: CALLS * 300,
  inputKnown: CALLS,
  cachedInputKnown: CALLS,
  outputKnown: CALLS,
  statedCostUsd: 0,
  ...over,
});

const slm = {
  input: 0.03e-6,
  cachedInput: 0.03e-6,
  cacheWrite: 0.03e-6,
  output: 0.06e-6,
  request: 0,
};
const assume = (over: Partial<Assumptions> = {}): Assumptions => ({
  candidate: slm,
  escalation: "from the share",
  escalatedCache: "cold",
  ...over,
});
const share = { low: 0.7, mid: 0.8, high: 0.9 };

describe("a cluster's saving", () => {
  it("follows the worked example: 58, 17 and -23 % at 10, 20 and 30 % escalated cold", () => {
    const saving = projectSavings(computeSavingsBasis([bucket()]), share, assume(), 15);
    if (!saving.known) throw new Error(saving.reason);
    const percent = (usd: number) => Math.round((usd / saving.todayUsd) * 100);
    expect(saving.todayUsd).toBeCloseTo(204, 6);
    expect(percent(saving.savingUsd.high)).toBe(58);
    expect(percent(saving.savingUsd.mid)).toBe(17);
    expect(percent(saving.savingUsd.low)).toBe(-23);
    expect(saving.outcome).toBe("may cost more");
    expect(saving.per).toBe("30 days");
    expect(saving.scaled.todayUsd).toBeCloseTo(408, 6);
  });

  it("is proven when the cache stays warm", () => {
    const basis = computeSavingsBasis([bucket()]);
    const saving = projectSavings(basis, share, assume({ escalatedCache: "warm" }), 15);
    expect(saving).toMatchObject({ known: true, outcome: "saves" });
  });

  it("costs more for certain when even the high end is below zero", () => {
    const basis = computeSavingsBasis([bucket()]);
    const saving = projectSavings(basis, { low: 0.1, mid: 0.2, high: 0.3 }, assume(), 15);
    if (!saving.known) throw new Error(saving.reason);
    expect(saving.savingUsd.high).toBeLessThan(0);
    expect(saving.outcome).toBe("costs more");
    expect(OUTCOME_NOTES[saving.outcome]).not.toContain("not yet proven");
  });

  it("is per 1,000 calls when less than a day is known", () => {
    const basis = computeSavingsBasis([bucket()]);
    for (const window of [null, 0.5]) {
      const saving = projectSavings(basis, share, assume(), window);
      if (!saving.known) throw new Error(saving.reason);
      expect(saving.per).toBe("1,000 calls");
      expect(saving.scaled.todayUsd).toBeCloseTo(20.4, 9);
    }
  });

  it("takes a fixed escalation, a part routed and a judge's price", () => {
    const saving = projectSavings(
      computeSavingsBasis([bucket()]),
      { low: null, mid: null, high: null },
      assume({
        escalation: 0.1,
        escalatedCache: "warm",
        routedShare: 0.5,
        verifierUsdPerCall: 0.001,
      }),
      30,
    );
    if (!saving.known) throw new Error(saving.reason);
    expect(saving.savingUsd.low).toBe(saving.savingUsd.high);
    expect(saving.savingUsd.mid).toBeCloseTo(0.5 * (204 - 3.78 - 10 - 20.4), 6);
  });

  it.each([
    ["The candidate has no price.", [bucket()], share, assume({ candidate: null })],
    ["There is no call.", [], share, assume()],
    [
      "No call has both a known cost and known tokens.",
      [bucket({ model: "nobody-knows" })],
      share,
      assume(),
    ],
    [
      "A model of today has no list price, so an escalated call on a cold cache has none.",
      [bucket({ model: "nobody-knows", costSource: "stated", statedCostUsd: 9 })],
      share,
      assume(),
    ],
    ["No call is labelled yet.", [bucket()], { low: null, mid: null, high: null }, assume()],
    [
      "The viable share has no interval.",
      [bucket()],
      { low: null, mid: 0.5, high: null },
      assume(),
    ],
  ])("is unknown, never 0: %s", (reason, buckets, ends, assumptions) => {
    expect(projectSavings(computeSavingsBasis(buckets), ends, assumptions, 30)).toEqual({
      known: false,
      reason,
    });
  });

  it("leaves calls without a price or tokens out and says how many it covers", () => {
    const basis = computeSavingsBasis([
      bucket(),
      bucket({ model: null }),
      bucket({ outputKnown: 1 }),
    ]);
    expect(basis).toMatchObject({ calls: 3 * CALLS, coveredCalls: CALLS });
    expect(basis.todayUsd).toBeCloseTo(204, 6);
  });

  it("does not lose the others to one call without tokens, and covers it neither in cost nor calls", () => {
    const stated = { costSource: "stated", statedCostUsd: 200 } as const;
    const one = { inputKnown: CALLS - 1, outputKnown: CALLS - 1 };
    const basis = computeSavingsBasis([bucket({ ...stated, ...one })]);
    expect(basis).toMatchObject({ calls: CALLS, coveredCalls: CALLS - 1 });
    expect(basis.todayUsd).toBeCloseTo(200 * (1 - 1 / CALLS), 9);
    expect(basis.inputTokens).toBeCloseTo(CALLS * 12_000, 3);
    const few = computeSavingsBasis([bucket({ ...stated, inputKnown: CALLS / 2 })]);
    expect(few).toMatchObject({ coveredCalls: 0, todayUsd: 0 });
  });
});

describe("the other terms of a saving", () => {
  const basis = computeSavingsBasis([bucket()]);
  const known = (over: Partial<Assumptions>, ends: object = share) => {
    const saving = projectSavings(basis, { ...share, ...ends }, assume(over), 30);
    if (!saving.known) throw new Error(saving.reason);
    return saving;
  };

  it("take e = (1 - v) t + v f from an assumed gate, and tell the bad answers that pass", () => {
    const gate = { catchRate: 0.8, falseAlarmRate: 0.1 };
    const { escalation, undetected } = known({ gate, escalatedCache: "warm" });
    expect(escalation.mid).toBeCloseTo(0.2 * 0.8 + 0.8 * 0.1, 12);
    expect(undetected?.mid).toBeCloseTo(1000 * 0.2 * 0.2, 9);
    expect(undetected?.high).toBeCloseTo(1000 * 0.3 * 0.2, 9);
    expect(known({}).undetected).toEqual({ low: 0, mid: 0, high: 0 });
  });

  it("count bad answers by calls where the saving follows spend", () => {
    const ofCalls = { low: 0.5, mid: 0.6, high: 0.7 };
    const gate = { catchRate: 0.5, falseAlarmRate: 0 };
    const { escalation, undetected } = known({ gate }, { ofCalls });
    expect(escalation.mid).toBeCloseTo(0.1, 12);
    expect(undetected?.mid).toBeCloseTo(200, 9);
  });

  it("make every call of a longer run cost, also those that are not routed", () => {
    const plain = known({ escalatedCache: "warm", routedShare: 0.5 }).savingUsd.mid;
    const grown = known({ escalatedCache: "warm", routedShare: 0.5, stepInflation: 0.2 });
    expect(grown.savingUsd.mid).toBeCloseTo(204 - 1.2 * (204 - plain), 6);
  });

  it("take off today's cost what a cache served that nobody stated", () => {
    const silent = computeSavingsBasis([
      bucket({ cachedInputKnown: 0, cachedInputTokens: 0, cacheWriteTokens: 0 }),
    ]);
    // all 120 million tokens at $5 instead of $0.50
    expect(silent.silentDiscountUsd).toBeCloseTo(540, 6);
    const cached = projectSavings(silent, share, assume({ silentCachedShare: 0.9 }), 30);
    expect(cached.known && cached.todayUsd).toBeCloseTo(675 - 0.9 * 540, 6);
    expect(basis.silentDiscountUsd).toBe(0);
  });

  it("show both states of the prompt cache", () => {
    const cold = known({});
    const warm = known({ escalatedCache: "warm" });
    expect(cold.scaled.otherCacheUsd).toEqual(warm.scaled.savingUsd);
    expect(warm.scaled.otherCacheUsd).toEqual(cold.scaled.savingUsd);
  });
});
