import { describe, expect, test } from "vitest";
import { litellmExamples } from "@/lib/formats/litellm/litellm-examples";
import { litellmFormat } from "@/lib/formats/litellm/litellm-format";
import { callOf, reasonFor } from "@/lib/formats/reading-of";

const [payload, failed] = litellmExamples;
const call = (extra: object) => callOf(litellmFormat, { ...payload, ...extra });

describe("LiteLLM's payload", () => {
  test("gives what was asked, answered, paid and waited for", () => {
    expect(call({})).toMatchObject({
      traceId: "tr-1",
      spanId: "chatcmpl-5ce2b7f0-8a4b",
      provider: "openai",
      requestModel: "gpt-5.5",
      model: "gpt-5.5-2026-04-23",
      stepType: "plan",
      statedCostUsd: 0.00094,
      startedAt: "2026-09-21T14:13:21.500Z",
      latencyMs: 20,
      inputTokens: 99,
      cachedInputTokens: 64,
      outputTokens: 82,
      reasoningTokens: 64,
      settings: { temperature: 0 },
      response: { content: "Done" },
      error: null,
    });
  });

  test("keeps a failure, whose zeros say nothing", () => {
    expect(callOf(litellmFormat, failed)).toMatchObject({
      error: "429 RateLimitError: Rate limit reached for requests",
      inputTokens: null,
      outputTokens: null,
      statedCostUsd: 0,
      response: null,
      messages: [{ role: "user" }],
    });
    expect(call({ status: "failure", error_information: { error_class: "Timeout" } }).error).toBe(
      "Timeout",
    );
  });

  test("costs nothing from the proxy's own cache, and what is unpriced costs nobody knows what", () => {
    expect(call({ cache_hit: true }).statedCostUsd).toBe(0);
    const response_cost_failure_debug_info = { error_str: "no price" };
    expect(call({ response_cost: 0, response_cost_failure_debug_info }).statedCostUsd).toBeNull();
  });

  test.each([
    [{ metadata: {}, request_tags: ["extract"] }, "extract"],
    [{ metadata: {}, request_tags: ["team-a", "step_type:extract"] }, "extract"],
    [{ metadata: {}, request_tags: ["team-a", "prod"] }, null],
    [{ metadata: {}, request_tags: ["User-Agent: x"] }, null],
    [{ metadata: { spend_logs_metadata: { step: "extract" } } }, "extract"],
  ])("finds the step of %j: %s", (extra, stepType) => {
    expect(call(extra).stepType).toBe(stepType);
  });

  test("takes text that the proxy left out for none, and says so", () => {
    const hidden = { role: "user", content: "redacted-by-litellm" };
    const choices = [{ message: { role: "assistant", content: "redacted-by-litellm" } }];
    const read = call({ messages: [hidden], response: { object: "chat.completion", choices } });
    expect(read).toMatchObject({ messages: null, response: null });
    expect(read.notes[0]).toMatch(/turn message logging on/);
  });

  test("reads other APIs through the proxy in their own shapes", () => {
    const usage = { input_tokens: 99, output_tokens: 82, cache_read_input_tokens: 40 };
    const response = {
      type: "message",
      role: "assistant",
      content: [{ type: "text", text: "A" }],
      usage,
    };
    const messages = [{ role: "user", content: [{ type: "text", text: "Q" }] }];
    expect(call({ call_type: "anthropic_messages", messages, response })).toMatchObject({
      messages: [{ role: "user", content: "Q" }],
      response: { content: "A" },
      inputTokens: 99,
      cachedInputTokens: 40,
    });
    const output = [
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "B" }] },
    ];
    expect(
      call({ call_type: "aresponses", messages: "Q", response: { object: "response", output } }),
    ).toMatchObject({ messages: [{ role: "user", content: "Q" }], response: { content: "B" } });
  });

  test("reads a row of the spend log, which may hold no text", () => {
    const row = {
      request_id: "chatcmpl-77",
      call_type: "acompletion",
      spend: 0.01,
      prompt_tokens: 5,
      completion_tokens: 2,
      startTime: "2026-01-02T03:04:05.100Z",
      endTime: "2026-01-02T03:04:06.350Z",
      model: "gpt-5.5",
      messages: "{}",
      response: "{}",
    };
    expect(litellmFormat.detect(row)).toBe(true);
    expect(callOf(litellmFormat, row)).toMatchObject({
      spanId: "chatcmpl-77",
      statedCostUsd: 0.01,
      latencyMs: 1250,
      inputTokens: 5,
      messages: null,
      response: null,
    });
  });

  test("counts what is no LLM call as other, and says what is wrong", () => {
    expect(reasonFor(litellmFormat, { ...payload, call_type: "aembedding" })).toBe(
      "other: no LLM call: its call_type is aembedding",
    );
    expect(reasonFor(litellmFormat, { ...payload, prompt_tokens: -1 })).toContain(
      "unparseable: prompt_tokens: expected a whole number",
    );
  });
});
