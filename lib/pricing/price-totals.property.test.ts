import { calcPrice } from "@pydantic/genai-prices";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { costSourceOf, priceCall, type PricedCall } from "./price-call";
import { priceTier } from "./price-tier";
import { type PriceBucket, priceTotals, sumPricedTotals } from "./price-totals";

const tokens = fc.option(fc.nat(300_000));

const anyCall: fc.Arbitrary<PricedCall & { statedCostUsd: number | null }> = fc.record({
  provider: fc.constant(null),
  model: fc.constantFrom(
    "gpt-5.5",
    "claude-opus-4-8",
    "gpt-5.6-luna",
    "deepseek-chat",
    "sonar",
    "nobody-knows",
    null,
  ),
  inputTokens: fc.option(fc.nat(600_000)),
  cachedInputTokens: tokens,
  cacheWriteTokens: tokens,
  outputTokens: tokens,
  startedAt: fc.option(
    fc
      .date({
        min: new Date("2025-01-01T00:00:00Z"),
        max: new Date("2026-11-21T00:00:00Z"),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString()),
  ),
  statedCostUsd: fc.option(fc.constantFrom(0.01, 0.2), { freq: 1 }).map((cost) => cost ?? null),
});

/** Adds calls up as the database does. */
function bucketsOf(calls: readonly (PricedCall & { statedCostUsd: number | null })[]) {
  const buckets = new Map<string, PriceBucket>();
  for (const call of calls) {
    const { provider, model, startedAt } = call;
    const day = startedAt === null ? null : startedAt.slice(0, 10);
    const tier = priceTier(provider, model, call.inputTokens, startedAt);
    const costSource = costSourceOf(call);
    const key = JSON.stringify([provider, model, day, tier, costSource]);
    const before = buckets.get(key);
    buckets.set(key, {
      provider,
      model,
      day,
      tier,
      costSource,
      calls: (before?.calls ?? 0) + 1,
      inputTokens: (before?.inputTokens ?? 0) + (call.inputTokens ?? 0),
      cachedInputTokens: (before?.cachedInputTokens ?? 0) + (call.cachedInputTokens ?? 0),
      cacheWriteTokens: (before?.cacheWriteTokens ?? 0) + (call.cacheWriteTokens ?? 0),
      outputTokens: (before?.outputTokens ?? 0) + (call.outputTokens ?? 0),
      cachedInputKnown: (before?.cachedInputKnown ?? 0) + (call.cachedInputTokens === null ? 0 : 1),
      statedCostUsd: (before?.statedCostUsd ?? 0) + (call.statedCostUsd ?? 0),
    });
  }
  return [...buckets.values()];
}

it("gives the sum of the calls' prices from their totals", () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 30 }), (calls) => {
      const totals = sumPricedTotals(bucketsOf(calls).map((bucket) => priceTotals(bucket)));
      const costs = calls.map((call) => call.statedCostUsd ?? priceCall(call).costUsd);
      const priced = costs.filter((cost) => cost !== null);
      expect(totals.pricedCalls).toBe(priced.length);
      expect(totals.unpricedCalls).toBe(calls.length - priced.length);
      if (priced.length === 0 && calls.length > 0) expect(totals.costUsd).toBeNull();
      else
        expect(totals.costUsd).toBeCloseTo(
          priced.reduce((sum, cost) => sum + cost, 0),
          6,
        );
    }),
  );
});

it("agrees with the library, call by call", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const { costUsd } = priceCall(call);
      if (costUsd === null || call.model === null || call.startedAt === null) return;
      const usage = {
        input_tokens: call.inputTokens ?? 0,
        cache_read_tokens: call.cachedInputTokens ?? 0,
        cache_write_tokens: call.cacheWriteTokens ?? 0,
        output_tokens: call.outputTokens ?? 0,
      };
      const listed = calcPrice(usage, call.model, { timestamp: new Date(call.startedAt) });
      expect(costUsd).toBeCloseTo(listed?.total_price ?? -1, 9);
    }),
    { numRuns: 400 },
  );
});
