import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswer } from "./read-answer";
import { readMessages } from "./read-conversation";
import { readRequest } from "./read-request";

const call = (id: string, name: string, args: object) => ({
  id,
  type: "function",
  function: { name, arguments: JSON.stringify(args) },
});
const conversation = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "Weather in Rome?" },
  { role: "assistant", content: "Looking.", tool_calls: [call("c1", "weather", { city: "Rome" })] },
  { role: "tool", content: "sunny", tool_call_id: "c1" },
];

describe("reading messages", () => {
  test.each([
    ["OpenAI Chat", { messages: conversation }],
    ["OpenAI Chat as text within text", JSON.stringify(JSON.stringify({ messages: conversation }))],
    [
      "OpenAI Responses",
      {
        instructions: "Be brief.",
        input: [
          {
            type: "message",
            role: "user",
            content: [{ type: "input_text", text: "Weather in Rome?" }],
          },
          { type: "reasoning", summary: [] },
          {
            type: "message",
            role: "assistant",
            content: [{ type: "output_text", text: "Looking." }],
          },
          {
            type: "function_call",
            call_id: "c1",
            id: "fc_9",
            name: "weather",
            arguments: '{"city":"Rome"}',
          },
          { type: "function_call_output", call_id: "c1", output: "sunny" },
        ],
      },
    ],
    [
      "Anthropic",
      {
        system: [{ type: "text", text: "Be brief." }],
        messages: [
          { role: "user", content: "Weather in Rome?" },
          {
            role: "assistant",
            content: [
              { type: "text", text: "Looking." },
              { type: "tool_use", id: "c1", name: "weather", input: { city: "Rome" } },
            ],
          },
          {
            role: "user",
            content: [
              {
                type: "tool_result",
                tool_use_id: "c1",
                content: [{ type: "text", text: "sunny" }],
              },
            ],
          },
        ],
      },
    ],
    [
      "OpenTelemetry's parts",
      [
        { role: "system", parts: [{ type: "text", content: "Be brief." }] },
        { role: "user", parts: [{ type: "text", content: "Weather in Rome?" }] },
        {
          role: "assistant",
          parts: [
            { type: "text", content: "Looking." },
            { type: "tool_call", id: "c1", name: "weather", arguments: { city: "Rome" } },
          ],
        },
        { role: "tool", parts: [{ type: "tool_call_response", id: "c1", response: "sunny" }] },
      ],
    ],
    [
      "the Vercel AI SDK",
      [
        { role: "system", content: "Be brief." },
        { role: "user", content: [{ type: "text", text: "Weather in Rome?" }] },
        {
          role: "assistant",
          content: [
            { type: "text", text: "Looking." },
            { type: "tool-call", toolCallId: "c1", toolName: "weather", input: { city: "Rome" } },
          ],
        },
        {
          role: "tool",
          content: [
            {
              type: "tool-result",
              toolCallId: "c1",
              output: { type: "text", value: "sunny" },
            },
          ],
        },
      ],
    ],
    [
      "LangChain",
      {
        messages: [
          [
            {
              lc: 1,
              type: "constructor",
              id: ["langchain", "SystemMessage"],
              kwargs: { content: "Be brief." },
            },
            { type: "human", data: { content: "Weather in Rome?" } },
            {
              lc: 1,
              type: "constructor",
              id: ["langchain", "AIMessage"],
              kwargs: {
                content: "Looking.",
                tool_calls: [{ id: "c1", name: "weather", args: { city: "Rome" } }],
              },
            },
            {
              lc: 1,
              type: "constructor",
              id: ["langchain", "ToolMessage"],
              kwargs: { content: "sunny", tool_call_id: "c1" },
            },
          ],
        ],
      },
    ],
    ["a wrapped function's arguments", { args: [{ messages: conversation }, {}] }],
  ])("reads %s as one conversation", (_name, request) => {
    expect(readRequest(request).messages).toEqual(conversation);
  });

  test("reads Gemini's contents", () => {
    const request = {
      model: "gemini-2.5-flash",
      contents: [
        { role: "user", parts: [{ text: "Hi" }] },
        { role: "model", parts: [{ functionCall: { name: "f", args: { a: 1 } } }] },
      ],
      config: { system_instruction: "Be brief.", temperature: 0 },
    };
    expect(readRequest(request)).toEqual({
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi" },
        {
          role: "assistant",
          content: null,
          tool_calls: [{ type: "function", function: { name: "f", arguments: '{"a":1}' } }],
        },
      ],
      settings: { temperature: 0 },
      requestModel: "gemini-2.5-flash",
    });
  });

  test("keeps images as parts and reasoning apart", () => {
    const image = { type: "image_url", image_url: { url: "https://a.test/x.png" } };
    expect(
      readMessages([
        { role: "user", content: [{ type: "text", text: "See" }, image] },
        {
          role: "assistant",
          content: [
            { type: "thinking", thinking: "Hm" },
            { type: "text", text: "Yes" },
          ],
        },
      ]),
    ).toEqual([
      { role: "user", content: [{ type: "text", text: "See" }, image] },
      { role: "assistant", content: "Yes", reasoning: "Hm" },
    ]);
  });

  test("cleans characters that only appear inside JSON text", () => {
    expect(readMessages('[{"role":"user","content":"a\\u0000b"}]')).toEqual([
      { role: "user", content: "a\uFFFDb" },
    ]);
  });
});

describe("reading answers", () => {
  const answer = { role: "assistant", content: "Sunny." };

  test.each([
    ["text", "Sunny."],
    ["OpenAI Chat", { id: "x", choices: [{ message: { role: "assistant", content: "Sunny." } }] }],
    [
      "OpenAI Responses",
      {
        output: [
          { type: "reasoning" },
          {
            type: "message",
            role: "assistant",
            content: [{ type: "output_text", text: "Sunny." }],
          },
        ],
      },
    ],
    [
      "Anthropic",
      { type: "message", role: "assistant", content: [{ type: "text", text: "Sunny." }] },
    ],
    ["Gemini", { candidates: [{ content: { role: "model", parts: [{ text: "Sunny." }] } }] }],
    [
      "LangChain",
      {
        generations: [
          [
            {
              text: "Sunny.",
              message: { lc: 1, id: ["AIMessage"], kwargs: { content: "Sunny." } },
            },
          ],
        ],
      },
    ],
    ["a message", { role: "assistant", content: "Sunny.", refusal: null }],
    [
      "the last turn of a history",
      {
        messages: [
          { role: "user", content: "?" },
          { role: "assistant", content: "Sunny." },
        ],
      },
    ],
  ])("reads %s", (_name, value) => {
    expect(readAnswer(value).response).toEqual(answer);
    if (typeof value !== "string")
      expect(readAnswer(JSON.stringify(value)).response?.content).toContain("Sunny.");
  });

  test.each([
    '{"total":"1284.50","currency":"EUR"}',
    '{"text":"x","content":"y"}',
    "[1,2]",
    '{"a":',
  ])("leaves an answer that is JSON as it is: %s", (text) => {
    expect(readAnswer(text).response).toEqual({ role: "assistant", content: text });
  });

  test("never throws, however deep", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(readAnswer(deep).response?.content).toBe(deep);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readAnswer(value);
        readRequest(value);
        readRequest({ messages: value, tools: value });
        readAnswer({ choices: value, output: value });
        readRequest(JSON.stringify(value));
      }),
    );
  });
});
