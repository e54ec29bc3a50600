import { describe, expect, test } from "vitest";
import { anthropicMessagesExamples } from "@/lib/formats/anthropic-messages/anthropic-messages-examples";
import { anthropicMessagesFormat } from "@/lib/formats/anthropic-messages/anthropic-messages-format";
import { openaiChatFormat } from "@/lib/formats/openai-chat/openai-chat-format";
import { callOf, reasonFor } from "@/lib/formats/reading-of";

const [wrapped, failed, batch] = anthropicMessagesExamples;
const call = (record: unknown) => callOf(anthropicMessagesFormat, record);
const toolUse = { type: "tool_use", id: "toolu_1", name: "fetch", input: { id: "INV-1" } };
const toolCall = {
  id: "toolu_1",
  type: "function",
  function: { name: "fetch", arguments: '{"id":"INV-1"}' },
};

describe("a log of the Messages API", () => {
  test("gives messages in one shape and counts the cache into the input", () => {
    expect(call(wrapped)).toMatchObject({
      spanId: "msg_013Zva2CMHLNnjNJJKqJ2EF3",
      requestModel: "claude-opus-4-8",
      model: "claude-opus-4-8-20260401",
      inputTokens: 349,
      cachedInputTokens: 128,
      cacheWriteTokens: 0,
      outputTokens: 82,
      reasoningTokens: null,
      response: { role: "assistant", content: "Pay it." },
      settings: { max_tokens: 1024, tools: [{ name: "fetch" }] },
    });
    expect(call(wrapped).messages).toEqual([
      { role: "system", content: "You plan." },
      { role: "user", content: "Process INV-1" },
      {
        role: "assistant",
        content: "Let me look.",
        reasoning: "Load it first.",
        tool_calls: [toolCall],
      },
      { role: "tool", content: "12", tool_call_id: "toolu_1" },
      { role: "user", content: "What next?" },
    ]);
  });

  test("reads an answer as the next request quotes it", () => {
    const content = [{ type: "text", text: "Let me look." }, toolUse];
    const { response } = call({
      request: {},
      response: { type: "message", role: "assistant", content },
    });
    expect(response).toEqual({
      role: "assistant",
      content: "Let me look.",
      tool_calls: [toolCall],
    });
    const messages = [{ role: "assistant", content }];
    const next = call({ request: { system: "s", messages }, response: null });
    expect(next.messages?.[1]).toEqual(response);
  });

  test("adds what was written to the cache, and keeps thinking beside the output", () => {
    const usage = {
      input_tokens: 10,
      cache_read_input_tokens: 20,
      cache_creation_input_tokens: 30,
      output_tokens: 9,
      output_tokens_details: { thinking_tokens: 4 },
    };
    const response = { type: "message", role: "assistant", content: [], usage };
    expect(call({ response })).toMatchObject({
      inputTokens: 60,
      cachedInputTokens: 20,
      cacheWriteTokens: 30,
      outputTokens: 9,
      reasoningTokens: 4,
      response: null,
    });
  });

  test("marks a tool's failure and keeps media in their place", () => {
    const image = {
      type: "image",
      source: { type: "base64", media_type: "image/png", data: "AA" },
    };
    const content = [
      { type: "tool_result", tool_use_id: "t", content: "boom", is_error: true },
      { type: "tool_result", tool_use_id: "u", content: [image] },
    ];
    const read = call({ request: { messages: [{ role: "user", content }] }, response: null });
    expect(read.messages).toEqual([
      { role: "tool", content: "boom", tool_call_id: "t", is_error: true },
      { role: "tool", content: [image], tool_call_id: "u" },
    ]);
    expect(read.modality).toBe("text+image");
  });

  test("keeps failures of requests and of a batch's members", () => {
    expect(call(failed)).toMatchObject({
      error: "529 overloaded_error: Overloaded",
      response: null,
    });
    expect(call(batch)).toMatchObject({ response: { content: "Pay it." }, messages: null });
    const error = { type: "invalid_request_error", message: "max_tokens: required" };
    const errored = { type: "errored", error: { type: "error", error } };
    expect(call({ custom_id: "x", result: errored }).error).toBe(
      "invalid_request_error: max_tokens: required",
    );
    expect(call({ custom_id: "x", result: { type: "expired" } }).error).toBe("expired: no answer");
  });

  test("is read as what it is in a log of several APIs", () => {
    expect(openaiChatFormat.read(wrapped)).toEqual(anthropicMessagesFormat.read(wrapped));
  });

  test("refuses events of a stream, and says what is wrong", () => {
    const response = 'event: message_start\ndata: {"type":"message_start"}\n\n';
    expect(anthropicMessagesFormat.detect({ request: { messages: [] }, response })).toBe(true);
    expect(reasonFor(anthropicMessagesFormat, { request: { messages: [] }, response })).toMatch(
      /streamed/,
    );
    const body = { system: "s", messages: [{ role: "user", content: 1 }] };
    expect(reasonFor(anthropicMessagesFormat, { request: body, response: null })).toContain(
      "request.messages[0].content: expected text, a list of blocks or null, got the number 1",
    );
  });
});
