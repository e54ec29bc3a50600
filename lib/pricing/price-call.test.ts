import { describe, expect, it } from "vitest";
import { priceCall, type PricedCall } from "./price-call";

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
    const rates = { input: 1e-6, cachedInput: 0, cacheWrite: 0, output: 2e-6, request: 0 };
    const price = priceCall(
      call({ model: "slm-extract-v3" }),
      new Map([["slm-extract-v3", rates]]),
    );
    expect(price.costUsd).toBeCloseTo(0.003, 12);
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
