import { describe, expect, it } from "vitest";
import { priceCall, type PricedCall } from "./price-call";
import type { PriceOverride } from "./price-override";

const call = (over: Partial<PricedCall> = {}): PricedCall => ({
  provider: null,
  model: "gpt-5.5",
  inputTokens: 1000,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 1000,
  startedAt: "2026-11-21T12:00:00.000Z",
  ...over,
});

const ownPrice = (over: Partial<PriceOverride>): PriceOverride => ({
  id: "one",
  provider: null,
  model: "gpt-5.5",
  inputUsd: 1,
  cachedInputUsd: null,
  cacheWriteUsd: null,
  outputUsd: 1,
  validFrom: null,
  note: null,
  ...over,
});

describe("the price of a call", () => {
  it("prices cached and written tokens at their own price: Opus 4.8 at $0.02775", () => {
    const price = priceCall(
      call({
        model: "claude-opus-4-8",
        inputTokens: 10_000,
        cachedInputTokens: 8000,
        cacheWriteTokens: 1000,
        outputTokens: 500,
      }),
    );
    expect(price.costUsd).toBeCloseTo(0.02775, 12);
  });

  it.each([
    ["2026-07-01T00:00:00.000Z", 0.007],
    ["2026-07-29T23:59:59.999Z", 0.007],
    ["2026-08-15T00:00:00.000Z", 0.0014],
    [null, 0.0014],
  ])("holds the price of the day: gpt-5.6-luna at %s costs $%f", (startedAt, usd) => {
    expect(priceCall(call({ model: "gpt-5.6-luna", startedAt })).costUsd).toBeCloseTo(usd, 12);
  });

  it("charges the whole call the higher tier above 271,999 input tokens", () => {
    const at = (inputTokens: number) => priceCall(call({ inputTokens, outputTokens: 10 })).costUsd;
    expect(at(271_999)).toBeCloseTo(1.360295, 9);
    expect(at(272_000)).toBeCloseTo(2.72045, 9);
  });

  it("prices an unknown cached part as uncached, and flags it", () => {
    const price = priceCall(call({ cachedInputTokens: null }));
    expect(price).toMatchObject({ reason: null, listPriceMayOverstate: true });
    expect(price.costUsd).toBeCloseTo(0.035, 12);
  });

  it.each([
    [{ model: "no-such-model" }, "unknown model"],
    [{ model: null }, "no model named"],
    [{ model: "claude-haiku-5-5" }, "unknown model"],
    [{ model: "ollama_chat/llama3.2" }, "self-hosted"],
    [{ provider: "vllm", model: "gpt-5.5" }, "self-hosted"],
    [{ model: "ft:gpt-4.1-2025-04-14:acme::abc" }, "unknown model"],
    [{ outputTokens: null }, "unknown tokens"],
    [{ cachedInputTokens: 2000 }, "impossible tokens"],
    [{ model: "gpt-5.6-luna", startedAt: "not a date" }, "unknown model"],
  ])("gives null and the reason for %o", (over, reason) => {
    expect(priceCall(call(over))).toEqual({ costUsd: null, reason, listPriceMayOverstate: false });
  });

  it("takes the workspace's own price before the list's", () => {
    const own = ownPrice({ model: "slm-extract-v3", inputUsd: 1, outputUsd: 2 });
    const price = priceCall(call({ model: "slm-extract-v3" }), [own]);
    expect(price.costUsd).toBeCloseTo(0.003, 12);
  });

  it("takes of several own prices the one of the provider, then the newest that has begun", () => {
    const overrides = [
      ownPrice({ inputUsd: 1 }),
      ownPrice({ inputUsd: 2, validFrom: "2026-06-01" }),
      ownPrice({ inputUsd: 4, validFrom: "2026-12-01" }),
      ownPrice({ inputUsd: 8, provider: "Azure" }),
    ];
    const cost = (over: Partial<PricedCall>) =>
      priceCall(call({ model: "GPT-5.5", outputTokens: 0, inputTokens: 1e6, ...over }), overrides)
        .costUsd;
    expect(cost({ startedAt: "2026-05-31T23:59:59.000Z" })).toBe(1);
    expect(cost({ startedAt: "2026-06-01T00:00:00.000Z" })).toBe(2);
    expect(cost({ startedAt: null })).toBe(4);
    expect(cost({ provider: "azure" })).toBe(8);
  });

  it("charges cached and written tokens as input where an own price says nothing of them", () => {
    const cached = { cachedInputTokens: 500, cacheWriteTokens: 100, outputTokens: 0 };
    const silent = [ownPrice({ inputUsd: 10 })];
    const said = [ownPrice({ inputUsd: 10, cachedInputUsd: 1, cacheWriteUsd: 20 })];
    expect(priceCall(call(cached), silent).costUsd).toBeCloseTo(0.01, 12);
    expect(priceCall(call(cached), said).costUsd).toBeCloseTo(0.0065, 12);
  });
});

describe("model names", () => {
  it.each([
    [null, "anthropic/claude-opus-4-8"],
    [null, "anthropic/claude-opus-4.8"],
    ["anthropic", "claude-opus-4-8-20260101"],
    ["openai", "anthropic/claude-opus-4.8"],
    ["openrouter", "anthropic/claude-opus-4.8"],
    [null, "openrouter/anthropic/claude-opus-4.8"],
    ["vertex_ai", "claude-opus-4-8@20260101"],
    [null, "vertex_ai/claude-opus-4-8"],
    ["litellm_proxy", "claude-opus-4-8"],
  ])("finds Opus 4.8 at $5 and $25 a million as %s %s", (provider, model) => {
    expect(priceCall(call({ provider, model })).costUsd).toBeCloseTo(0.03, 12);
  });

  it.each([
    ["aws.bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0"],
    [null, "us.anthropic.claude-sonnet-4-5-20250929-v1:0"],
    [null, "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0"],
  ])("finds a Bedrock id as %s %s at its regional price", (provider, model) => {
    expect(priceCall(call({ provider, model })).costUsd).toBeCloseTo(0.0198, 12);
  });
});
