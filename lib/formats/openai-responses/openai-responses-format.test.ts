import { describe, expect, test } from "vitest";
import { openaiResponsesExamples } from "@/lib/formats/openai-responses/openai-responses-examples";
import { openaiResponsesFormat } from "@/lib/formats/openai-responses/openai-responses-format";
import { callOf, reasonFor } from "@/lib/formats/reading-of";

const [wrapped, plain] = openaiResponsesExamples;
const call = (record: unknown) => callOf(openaiResponsesFormat, record);
const request = { model: "m", input: "Hi" };
const output = [
  { type: "reasoning", id: "rs_1", summary: [{ type: "summary_text", text: "Think." }] },
  { type: "message", id: "m", role: "assistant", content: [{ type: "output_text", text: "A" }] },
  {
    type: "function_call",
    id: "fc",
    call_id: "c1",
    name: "f",
    arguments: "{}",
    status: "completed",
  },
];

describe("a log of the Responses API", () => {
  test("gives messages, answer, inclusive tokens and both models", () => {
    expect(call(wrapped)).toMatchObject({
      spanId: "resp_67ccd2bed1ec8190b14f964abc0542670bb6a6b452d3795b",
      requestModel: "gpt-5.5",
      model: "gpt-5.5-2026-04-23",
      messages: [
        { role: "system", content: "You plan." },
        { role: "user", content: "Process INV-1" },
        {
          role: "assistant",
          content: null,
          reasoning: "Load it first.",
          tool_calls: [
            {
              id: "call_1",
              type: "function",
              function: { name: "fetch", arguments: '{"id":"INV-1"}' },
            },
          ],
        },
        { role: "tool", content: "12 EUR", tool_call_id: "call_1" },
      ],
      response: { role: "assistant", content: "Pay it." },
      settings: { reasoning: { effort: "low" }, tools: [{ name: "fetch" }] },
      inputTokens: 374,
      cachedInputTokens: 128,
      outputTokens: 82,
      reasoningTokens: 64,
      startedAt: "2026-09-21T14:13:21.000Z",
    });
    expect(call(plain).messages).toEqual([{ role: "user", content: "Hello" }]);
  });

  test("reads what the model wrote as one message, the same when the next request quotes it", () => {
    const { response } = call({ request, response: { object: "response", output } });
    expect(response).toEqual({
      role: "assistant",
      content: "A",
      reasoning: "Think.",
      tool_calls: [{ id: "c1", type: "function", function: { name: "f", arguments: "{}" } }],
    });
    const input = [...output, { type: "function_call_output", call_id: "c1", output: "1" }];
    const next = call({ request: { model: "m", input }, response: { object: "response", output } });
    expect(next.messages?.[0]).toEqual(response);
  });

  test("keeps calls of hosted tools and media as parts", () => {
    const search = { type: "web_search_call", id: "ws_1", status: "completed" };
    const image = { type: "input_image", image_url: "data:image/png;base64,AAAA" };
    const input = [{ role: "user", content: [image] }];
    const read = call({
      request: { model: "m", input },
      response: { object: "response", output: [search, output[1]] },
    });
    expect(read.response?.content).toEqual([search, { type: "text", text: "A" }]);
    expect(read).toMatchObject({ modality: "text+image", messages: [{ content: [image] }] });
  });

  test("keeps the failure of an answer", () => {
    const error = { code: "server_error", message: "Something broke" };
    const response = { object: "response", status: "failed", error, output: [] };
    expect(call({ request, response })).toMatchObject({
      error: "server_error: Something broke",
      response: null,
    });
  });

  test("refuses events of a stream, and input of another kind", () => {
    const response = [{ type: "response.created" }, { type: "response.output_text.delta" }];
    expect(openaiResponsesFormat.detect({ request, response })).toBe(true);
    expect(reasonFor(openaiResponsesFormat, { request, response })).toMatch(/streamed/);
    expect(reasonFor(openaiResponsesFormat, { request: { model: "m", input: 5 } })).toContain(
      "request.input: expected text, a list of items or null, got the number 5",
    );
  });
});
