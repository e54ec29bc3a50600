import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inclusiveTokens, isAnthropicUsage, readUsage, type CountsApart } from "./tokens";

const read = (usage: object, known?: CountsApart) => {
  const tokens = inclusiveTokens(readUsage(usage), known);
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens } =
    tokens;
  return [inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens];
};

describe("inclusive tokens", () => {
  test.each([
    [
      "OpenAI Chat",
      {
        prompt_tokens: 374,
        completion_tokens: 82,
        total_tokens: 456,
        prompt_tokens_details: { cached_tokens: 128 },
        completion_tokens_details: { reasoning_tokens: 64 },
      },
      [374, 128, null, 82, 64],
    ],
    [
      "OpenAI Responses",
      {
        input_tokens: 374,
        input_tokens_details: { cached_tokens: 128 },
        output_tokens: 82,
        output_tokens_details: { reasoning_tokens: 64 },
        total_tokens: 456,
      },
      [374, 128, null, 82, 64],
    ],
    [
      "Langfuse from version 4, whose buckets lie apart",
      { input: 246, output: 18, total: 456, input_cached_tokens: 128, output_reasoning_tokens: 64 },
      [374, 128, null, 82, 64],
    ],
    [
      "Langfuse to version 3, under the same names",
      { input: 374, output: 82, total: 456, input_cached_tokens: 128, output_reasoning_tokens: 64 },
      [374, 128, null, 82, 64],
    ],
    [
      "LangSmith",
      {
        input_tokens: 374,
        output_tokens: 82,
        total_tokens: 456,
        input_token_details: { cache_read: 128 },
        output_token_details: { reasoning: 64 },
      },
      [374, 128, null, 82, 64],
    ],
    [
      "Gemini, whose thoughts lie apart",
      {
        promptTokenCount: 374,
        candidatesTokenCount: 18,
        thoughtsTokenCount: 64,
        totalTokenCount: 456,
        cachedContentTokenCount: 128,
      },
      [374, 128, null, 82, 64],
    ],
    [
      "a total that does not tell, with more cached than the whole",
      { input_tokens: 10, output_tokens: 5, total_tokens: 15, cache_read_input_tokens: 90 },
      [100, 90, null, 5, null],
    ],
    ["numbers as text", { input_tokens: "12", output_tokens: "3" }, [12, null, null, 3, null]],
    ["silence", {}, [null, null, null, null, null]],
  ])("reads %s", (_name, usage, wanted) => {
    expect(read(usage)).toEqual(wanted);
  });

  test("adds what Anthropic counts apart", () => {
    const usage = {
      input_tokens: 221,
      cache_read_input_tokens: 128,
      cache_creation_input_tokens: 40,
      output_tokens: 82,
    };
    expect(isAnthropicUsage(usage)).toBe(true);
    expect(read(usage, { input: true, output: false })).toEqual([389, 128, 40, 82, null]);
  });

  test("never makes a whole smaller than its parts, nor throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (usage) => {
        readUsage(usage);
      }),
    );
    const count = fc.option(fc.nat(1_000), { nil: null });
    const stated = fc.record({
      input: count,
      output: count,
      total: count,
      cached: count,
      written: count,
      reasoning: count,
      inputExtra: fc.nat(50),
      outputExtra: fc.nat(50),
    });
    fc.assert(
      fc.property(stated, (one) => {
        const tokens = inclusiveTokens(one);
        const parts = (tokens.cachedInputTokens ?? 0) + (tokens.cacheWriteTokens ?? 0);
        if (tokens.inputTokens !== null) expect(tokens.inputTokens).toBeGreaterThanOrEqual(parts);
        if (tokens.outputTokens !== null)
          expect(tokens.outputTokens).toBeGreaterThanOrEqual(tokens.reasoningTokens ?? 0);
      }),
    );
  });
});
