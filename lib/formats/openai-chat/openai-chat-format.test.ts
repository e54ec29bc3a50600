import { describe, expect, test } from "vitest";
import { openaiChatExamples } from "@/lib/formats/openai-chat/openai-chat-examples";
import { openaiChatFormat } from "@/lib/formats/openai-chat/openai-chat-format";
import { callOf, reasonFor } from "@/lib/formats/reading-of";

const [wrapped, batch, stored, failed] = openaiChatExamples;
const call = (record: unknown) => callOf(openaiChatFormat, record);
const reason = (record: unknown) => reasonFor(openaiChatFormat, record);

const answered = (message: object, usage: object | null = null) => ({
  request: { model: "m", messages: [{ role: "user", content: "Hi" }] },
  response: { object: "chat.completion", choices: [{ index: 0, message }], usage },
});

describe("a log of Chat Completions", () => {
  test("gives request, answer, inclusive tokens and both models", () => {
    expect(call(wrapped)).toMatchObject({
      spanId: "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
      requestModel: "gpt-5.5",
      model: "gpt-5.5-2026-04-23",
      modality: "text",
      messages: [
        { role: "developer", content: "Extract the total." },
        { role: "user", content: "Total: 12 EUR" },
      ],
      response: { role: "assistant", content: "12" },
      settings: { temperature: 0, tools: [{ type: "function" }] },
      inputTokens: 374,
      cachedInputTokens: 128,
      cacheWriteTokens: null,
      outputTokens: 82,
      reasoningTokens: 64,
      latencyMs: 12,
      startedAt: "2026-09-21T14:13:21.000Z",
      error: null,
      stepType: null,
      provider: null,
    });
  });

  test("reads the output of a batch, which repeats no request", () => {
    expect(call(batch)).toMatchObject({ messages: null, requestModel: null, inputTokens: 374 });
    const expired = { ...batch, response: null, error: { code: "batch_expired", message: "Late" } };
    expect(openaiChatFormat.detect({ ...batch, response: { status_code: 500, body: {} } })).toBe(
      true,
    );
    expect(
      call({ ...expired, response: { status_code: 400, body: { error: { message: "No" } } } }),
    ).toMatchObject({ error: "400 No", response: null });
  });

  test("refuses the input of a batch with what to send instead", () => {
    const body = { model: "m", messages: [{ role: "user", content: "Hi" }] };
    const line = { custom_id: "a", method: "POST", url: "/v1/chat/completions", body };
    expect(reason(line)).toMatch(/other: a request of a batch without its answer/);
    expect(call({ ...line, response: { choices: [] } }).messages).toHaveLength(1);
  });

  test("reads a stored completion with its messages and its tags", () => {
    expect(call(stored)).toMatchObject({
      stepType: "extract",
      stepSource: "instrumented",
      requestModel: null,
      model: "gpt-5.5-2026-04-23",
      messages: [{ role: "developer" }, { role: "user" }],
      settings: null,
    });
  });

  test("keeps the failure, however it is spelt", () => {
    expect(call(failed)).toMatchObject({
      error: "rate_limit_exceeded: Rate limit reached",
      response: null,
      messages: [{ role: "developer" }, { role: "user" }],
    });
    const { request } = answered({});
    const error = { message: "Too many", type: "requests", code: null };
    expect(call({ request, response: { error }, status: 429 }).error).toBe(
      "429 requests: Too many",
    );
    expect(call({ request, response: null, status: 502 }).error).toBe("HTTP status 502");
    expect(call({ request, response: "upstream", status_code: 503 })).toMatchObject({
      error: "503 upstream",
      response: null,
    });
    expect(call({ request, response: { choices: [] }, error: "timeout" }).error).toBe("timeout");
  });

  test("keeps tool calls, refusals and media as sent, and brings the old function calls up to date", () => {
    const tool_calls = [{ id: "c", type: "function", function: { name: "f", arguments: "{}" } }];
    expect(call(answered({ role: "assistant", content: null, tool_calls })).response).toEqual({
      role: "assistant",
      content: null,
      tool_calls,
    });
    const old = { role: "assistant", content: null, function_call: { name: "f", arguments: "{}" } };
    expect(call(answered(old)).response?.tool_calls).toEqual([
      { type: "function", function: { name: "f", arguments: "{}" } },
    ]);
    expect(call(answered({ content: null, refusal: "No." })).response).toMatchObject({
      content: "No.",
    });
    const picture = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
    const { response } = answered({ content: "A cat" });
    const messages = [{ role: "user", content: [{ type: "text", text: "What?" }, picture] }];
    expect(call({ request: { model: "m", messages }, response })).toMatchObject({
      modality: "text+image",
      messages,
    });
  });

  test.each([
    [{ prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }, 10, 5],
    [
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: 35,
        completion_tokens_details: { reasoning_tokens: 20 },
      },
      10,
      25,
    ],
    [{ prompt_tokens: 10, completion_tokens: 5, prompt_cache_hit_tokens: 8 }, 10, 5],
    [null, null, null],
  ])("counts %j as %s in and %s out", (usage, inputTokens, outputTokens) => {
    expect(call(answered({ content: "x" }, usage))).toMatchObject({ inputTokens, outputTokens });
  });

  test("says which token count is wrong", () => {
    expect(reason(answered({ content: "x" }, { prompt_tokens: "many" }))).toBe(
      "unparseable: response.usage.prompt_tokens: expected a whole number of at least 0, or null, got text",
    );
    expect(reason({ ...answered({}), request: { messages: [{ role: 1 }] } })).toContain(
      "request.messages[0].role: expected text",
    );
  });

  test.each([
    [{ choices: [{ delta: { content: "H" } }], object: "chat.completion.chunk" }],
    [[{ object: "chat.completion.chunk", choices: [] }]],
    ['data: {"object":"chat.completion.chunk"}\n\ndata: [DONE]\n'],
  ])("refuses pieces of a stream: %j", (response) => {
    const record = { request: answered({}).request, response };
    expect(openaiChatFormat.detect(record)).toBe(true);
    expect(reason(record)).toMatch(/unparseable: a streamed answer in pieces/);
  });

  test("says when only the first of several choices is read", () => {
    const record = answered({ content: "a" });
    record.response.choices.push({ index: 1, message: { content: "b" } });
    expect(call(record).notes).toEqual(["an answer has several choices: the first is read"]);
  });

  test("reads the legacy completions API", () => {
    const response = { object: "text_completion", choices: [{ text: " Paris" }] };
    expect(call({ request: { model: "m", prompt: "Capital?" }, response })).toMatchObject({
      messages: [{ role: "user", content: "Capital?" }],
      response: { role: "assistant", content: " Paris" },
    });
  });
});
