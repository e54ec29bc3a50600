import { expect, test } from "vitest";
import type { Attributes } from "@/lib/otlp/otlp";
import { readOtlpSpan } from "@/lib/spans/read-otlp-span";
import { settleTrace } from "@/lib/spans/settle";
import { aSpan } from "@/lib/spans/testing";

const user = { role: "user", content: "Hi" };
const answer = { role: "assistant", content: "Hello" };
const said = JSON.stringify([{ role: "user", parts: [{ type: "text", content: "Hi" }] }]);
const replied = JSON.stringify([
  { role: "assistant", parts: [{ type: "text", content: "Hello" }] },
]);
const event = (name: string, attributes: Attributes) => ({
  name,
  timeUnixNano: "1795253400000000000",
  attributes,
});

const genAi = (more: Attributes): Attributes => ({
  "gen_ai.operation.name": "chat",
  "gen_ai.request.model": "m",
  "gen_ai.input.messages": said,
  "gen_ai.output.messages": replied,
  ...more,
});
const openInference = (more: Attributes): Attributes => ({
  "openinference.span.kind": "LLM",
  "llm.model_name": "m",
  ...more,
});
const traceloop = (more: Attributes): Attributes => ({
  "llm.request.type": "chat",
  "gen_ai.system": "OpenAI",
  "gen_ai.request.model": "m",
  "gen_ai.prompt.0.role": "user",
  "gen_ai.prompt.0.content": "Hi",
  "gen_ai.completion.0.role": "assistant",
  "gen_ai.completion.0.content": "Hello",
  ...more,
});
const aiSdk = (more: Attributes): Attributes => ({
  "ai.operationId": "ai.generateText.doGenerate",
  "operation.name": "ai.generateText.doGenerate answer",
  "ai.telemetry.functionId": "answer",
  "ai.model.id": "m",
  "ai.model.provider": "openai.chat",
  "ai.prompt.messages": JSON.stringify([{ role: "user", content: [{ type: "text", text: "Hi" }] }]),
  "ai.response.text": "Hello",
  ...more,
});
const langfuse = (usage: object, more: Attributes = {}): Attributes => ({
  "langfuse.observation.type": "generation",
  "langfuse.observation.input": JSON.stringify({ messages: [user] }),
  "langfuse.observation.output": JSON.stringify(answer),
  "langfuse.observation.model.name": "m",
  "langfuse.observation.usage_details": JSON.stringify(usage),
  ...more,
});

type Rule = [rule: string, attributes: Attributes, call: object, events?: object[]];
const tokens = (
  inputTokens: number | null,
  cachedInputTokens: number | null,
  outputTokens: number | null,
  reasoningTokens: number | null = null,
) => ({ inputTokens, cachedInputTokens, outputTokens, reasoningTokens });
const spoken = { messages: [user], response: answer };

/** One hand-made payload for each rule of the field tables, in the shape its client writes. */
const RULES: readonly Rule[] = [
  // conventions
  ["text completion is a call", genAi({ "gen_ai.operation.name": "text_completion" }), spoken],
  ["content generation is a call", genAi({ "gen_ai.operation.name": "generate_content" }), spoken],
  ["provider: Azure", genAi({ "gen_ai.provider.name": "azure.ai.openai" }), { provider: "azure" }],
  ["provider: Bedrock", genAi({ "gen_ai.provider.name": "aws.bedrock" }), { provider: "bedrock" }],
  ["provider: Vertex", genAi({ "gen_ai.system": "gcp.vertex_ai" }), { provider: "vertex_ai" }],
  [
    "cache writes in the new spelling",
    genAi({ "gen_ai.usage.input_tokens": 374, "gen_ai.usage.cache_write.input_tokens": 12 }),
    { inputTokens: 374, cacheWriteTokens: 12 },
  ],
  [
    "cache reads and reasoning without dots",
    genAi({
      "gen_ai.usage.input_tokens": 374,
      "gen_ai.usage.output_tokens": 82,
      "gen_ai.usage.cache_read_input_tokens": 128,
      "gen_ai.usage.reasoning_tokens": 64,
    }),
    tokens(374, 128, 82, 64),
  ],
  [
    "prompt and completion tokens",
    genAi({ "gen_ai.usage.prompt_tokens": 374, "gen_ai.usage.completion_tokens": 82 }),
    tokens(374, null, 82),
  ],
  ["a stated cost", genAi({ "gen_ai.usage.cost": 0.25 }), { statedCostUsd: 0.25 }],
  ["a stated total cost", genAi({ "gen_ai.usage.total_cost": "0.5" }), { statedCostUsd: 0.5 }],
  [
    "a tool's result under its old name",
    genAi({
      "gen_ai.input.messages": JSON.stringify([
        { role: "tool", parts: [{ type: "tool_call_response", id: "c", result: "42" }] },
      ]),
    }),
    { messages: [{ role: "tool", tool_call_id: "c", content: "42" }] },
  ],
  [
    "a tool's result as a list of texts",
    genAi({
      "gen_ai.input.messages": JSON.stringify([
        {
          role: "tool",
          parts: [
            { type: "tool_call_response", id: "c", response: [{ type: "text", text: "42" }] },
          ],
        },
      ]),
    }),
    { messages: [{ role: "tool", tool_call_id: "c" }] },
  ],
  [
    "messages that were uploaded elsewhere are none",
    genAi({
      "gen_ai.input.messages": "",
      "gen_ai.output.messages": "",
      "gen_ai.input.messages.ref": "s3://x",
    }),
    { messages: null, response: null },
  ],
  [
    "a conversation's prompt as the step",
    genAi({ "gen_ai.prompt.name": "triage" }),
    { stepType: "triage", stepSource: "instrumented" },
  ],
  ["an error type alone", genAi({ "error.type": "rate_limit" }), { error: "rate_limit" }],
  [
    "a nameless exception",
    genAi({}),
    { error: "boom" },
    [event("exception", { "exception.message": "boom" })],
  ],
  [
    "messages as span events",
    genAi({ "gen_ai.input.messages": "", "gen_ai.output.messages": "" }),
    spoken,
    [
      event("gen_ai.user.message", { content: "Hi" }),
      event("gen_ai.choice", { index: 0, finish_reason: "stop", message: '{"content":"Hello"}' }),
    ],
  ],
  [
    "an evaluation event",
    genAi({ "gen_ai.response.id": "r" }),
    { correct: false },
    [
      event("gen_ai.evaluation.result", {
        "gen_ai.evaluation.name": "correctness",
        "gen_ai.evaluation.score.label": "fail",
      }),
    ],
  ],
  // OpenInference
  [
    "a completion's prompts and choices",
    openInference({ "llm.prompts.0.prompt.text": "Hi", "llm.choices.0.completion.text": "Hello" }),
    spoken,
  ],
  [
    "request and response model apart",
    openInference({
      "llm.model_name": "",
      "llm.request.model_name": "a",
      "llm.response.model_name": "b",
    }),
    { requestModel: "a", model: "b" },
  ],
  [
    "contents in parts",
    openInference({
      "llm.input_messages.0.message.role": "user",
      "llm.input_messages.0.message.contents.0.message_content.type": "text",
      "llm.input_messages.0.message.contents.0.message_content.text": "Hi",
      "llm.output_messages.0.message.role": "assistant",
      "llm.output_messages.0.message.content": "Hello",
    }),
    spoken,
  ],
  [
    "its token details",
    openInference({
      "llm.token_count.prompt": 374,
      "llm.token_count.completion": 82,
      "llm.token_count.total": 456,
      "llm.token_count.prompt_details.cache_read": 128,
      "llm.token_count.prompt_details.cache_write": 7,
      "llm.token_count.completion_details.reasoning": 64,
    }),
    { ...tokens(374, 128, 82, 64), cacheWriteTokens: 7 },
  ],
  ["its cost", openInference({ "llm.cost.total": 0.25 }), { statedCostUsd: 0.25 }],
  [
    "an annotation on the call",
    openInference({
      "annotations.0.annotation.name": "correctness",
      "annotations.0.annotation.label": "correct",
    }),
    { correct: true },
  ],
  [
    "an evaluation on the call",
    openInference({
      "evaluations.0.evaluation.name": "accuracy",
      "evaluations.0.evaluation.score": 0,
    }),
    { correct: false },
  ],
  [
    "a step in its metadata",
    openInference({ metadata: '{"step_type":"triage"}' }),
    { stepType: "triage" },
  ],
  ["a graph's node", openInference({ "graph.node.name": "triage" }), { stepType: "triage" }],
  // OpenLLMetry up to 0.22
  ["numbered messages", traceloop({}), { ...spoken, provider: "openai" }],
  [
    "functions with parameters, or arguments",
    traceloop({
      "llm.request.functions.0.name": "f",
      "llm.request.functions.0.parameters": '{"type":"object"}',
      "llm.request.functions.1.name": "g",
      "llm.request.functions.1.arguments": '{"type":"object"}',
    }),
    { settings: { tools: expect.arrayContaining([expect.anything(), expect.anything()]) } },
  ],
  [
    "its old token names",
    traceloop({
      "gen_ai.usage.prompt_tokens": 374,
      "gen_ai.usage.completion_tokens": 82,
      "llm.usage.total_tokens": 456,
      "gen_ai.usage.cache_read_input_tokens": 128,
    }),
    tokens(374, 128, 82),
  ],
  [
    "a step among association properties",
    traceloop({ "traceloop.association.properties.step_type": "triage" }),
    { stepType: "triage" },
  ],
  // Vercel AI SDK
  [
    "version 3's result",
    aiSdk({ "ai.response.text": "", "ai.result.text": "Hello" }),
    { ...spoken, stepType: "answer", provider: "openai" },
  ],
  [
    "version 4's tokens, with what the provider adds",
    aiSdk({
      "ai.usage.promptTokens": 376,
      "ai.usage.completionTokens": 82,
      "ai.response.providerMetadata": JSON.stringify({
        openai: { cachedPromptTokens: 128, reasoningTokens: 64 },
      }),
    }),
    tokens(376, 128, 82, 64),
  ],
  [
    "version 4 with Anthropic, whose input leaves the cache out",
    aiSdk({
      "ai.model.provider": "anthropic.messages",
      "ai.usage.promptTokens": 221,
      "ai.usage.completionTokens": 82,
      "ai.response.providerMetadata": JSON.stringify({
        anthropic: { cacheReadInputTokens: 128, cacheCreationInputTokens: 0 },
      }),
    }),
    tokens(349, 128, 82),
  ],
  [
    "version 5 with Anthropic, whose total leaves the cache out too",
    aiSdk({
      "ai.model.provider": "anthropic.messages",
      "ai.usage.inputTokens": 221,
      "ai.usage.outputTokens": 82,
      "ai.usage.totalTokens": 303,
      "ai.usage.cachedInputTokens": 128,
    }),
    tokens(349, 128, 82),
  ],
  [
    "version 6 with Anthropic, whose input is whole",
    aiSdk({
      "ai.model.provider": "anthropic.messages",
      "ai.usage.inputTokens": 349,
      "ai.usage.outputTokens": 82,
      "ai.usage.totalTokens": 431,
      "ai.usage.inputTokenDetails.noCacheTokens": 221,
      "ai.usage.inputTokenDetails.cacheReadTokens": 128,
    }),
    tokens(349, 128, 82),
  ],
  [
    "Gemini's counts in the provider's metadata",
    aiSdk({
      "ai.model.provider": "google.generative-ai",
      "ai.usage.promptTokens": 374,
      "ai.usage.completionTokens": 82,
      "ai.response.providerMetadata": JSON.stringify({
        google: { usageMetadata: { cachedContentTokenCount: 128, thoughtsTokenCount: 64 } },
      }),
    }),
    tokens(374, 128, 82, 64),
  ],
  [
    "version 5's tokens",
    aiSdk({
      "ai.operationId": "ai.streamText.doStream",
      "ai.usage.inputTokens": 376,
      "ai.usage.outputTokens": 82,
      "ai.usage.totalTokens": 458,
      "ai.usage.reasoningTokens": 64,
      "ai.usage.cachedInputTokens": 128,
    }),
    tokens(376, 128, 82, 64),
  ],
  [
    "an object as the answer",
    aiSdk({
      "ai.operationId": "ai.streamObject.doStream",
      "ai.response.text": "",
      "ai.response.object": '{"a":1}',
    }),
    { response: { role: "assistant", content: '{"a":1}' } },
  ],
  [
    "version 4's tool calls with args",
    aiSdk({
      "ai.response.text": "",
      "ai.response.toolCalls": JSON.stringify([
        { toolCallType: "function", toolCallId: "c", toolName: "f", args: '{"a":1}' },
      ]),
    }),
    {
      response: {
        tool_calls: [{ id: "c", type: "function", function: { name: "f", arguments: '{"a":1}' } }],
      },
    },
  ],
  [
    "reasoning beside the answer",
    aiSdk({ "ai.response.reasoning": "Hm" }),
    { response: { ...answer, reasoning: "Hm" } },
  ],
  // Langfuse over OpenTelemetry
  [
    "Langfuse's exclusive buckets, told by the total",
    langfuse({
      input: 246,
      input_cached_tokens: 128,
      output: 18,
      output_reasoning_tokens: 64,
      total: 456,
    }),
    tokens(374, 128, 82, 64),
  ],
  [
    "Langfuse's inclusive counts, told by the total",
    langfuse({
      input: 374,
      input_cached_tokens: 128,
      output: 82,
      output_reasoning_tokens: 64,
      total: 456,
    }),
    tokens(374, 128, 82, 64),
  ],
  [
    "Langfuse's counts in Anthropic's words",
    langfuse({ input: 221, cache_read_input_tokens: 128, output: 82, total: 431 }),
    tokens(349, 128, 82),
  ],
  [
    "a managed prompt as the step",
    langfuse({}, { "langfuse.observation.prompt.name": "triage" }),
    { stepType: "triage" },
  ],
  [
    "what a user wrote into the metadata as the step",
    langfuse({}, { "langfuse.observation.metadata.step_type": "triage" }),
    { stepType: "triage" },
  ],
  // LangSmith over OpenTelemetry
  [
    "LangSmith's whole bodies",
    {
      "langsmith.span.kind": "llm",
      "langsmith.metadata.langgraph_node": "triage",
      "gen_ai.prompt": JSON.stringify({ messages: [user], model: "m" }),
      "gen_ai.completion": JSON.stringify({ choices: [{ message: answer }] }),
      "langsmith.usage_metadata": JSON.stringify({
        input_tokens: 374,
        output_tokens: 82,
        total_tokens: 456,
        input_token_details: { cache_read: 128 },
        output_token_details: { reasoning: 64 },
      }),
    },
    { ...spoken, ...tokens(374, 128, 82, 64), stepType: "triage" },
  ],
];

test.each(RULES)("%s", (_rule, attributes, wanted, events = []) => {
  const sent = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""));
  const span = aSpan("s", null, sent, { kind: 3, events: events as never });
  const { calls } = settleTrace([readOtlpSpan(span)]);
  expect(calls.map(({ call }) => call)).toEqual([expect.objectContaining({})]);
  expect(calls[0]?.call).toMatchObject(wanted);
});
