import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import type { Attributes } from "@/lib/otlp/otlp";
import { readOtlpLog, readOtlpSpan } from "@/lib/spans/read-otlp-span";
import { settleTrace } from "@/lib/spans/settle";
import { SpanRecord } from "@/lib/spans/span";
import { aSpan, callsOf, chat, onlyCall } from "@/lib/spans/testing";

const user = (content: string) => ({ role: "user", content });
const weather = {
  id: "c1",
  type: "function",
  function: { name: "weather", arguments: '{"city":"Rome"}' },
};

describe("OpenTelemetry's conventions", () => {
  test("reads messages, tools, system and tokens in old and new spellings", () => {
    const a = chat({
      "gen_ai.system_instructions": '[{"type":"text","content":"Be brief."}]',
      "gen_ai.output.messages": JSON.stringify([
        {
          role: "assistant",
          parts: [
            { type: "reasoning", content: "Hm" },
            { type: "tool_call", id: "c1", name: "weather", arguments: { city: "Rome" } },
          ],
          finish_reason: "tool_call",
        },
      ]),
      "gen_ai.tool.definitions": '[{"type":"function","name":"weather"}]',
      "gen_ai.request.temperature": 0,
      "gen_ai.output.type": "json",
      "gen_ai.response.model": "gpt-5.5-2026-04-23",
      "gen_ai.usage.input_tokens": "374",
      "gen_ai.usage.cache_read.input_tokens": 128,
      "gen_ai.usage.cache_creation.input_tokens": 12,
      "gen_ai.usage.reasoning.output_tokens": 1,
    });
    expect(onlyCall([aSpan("s", null, a, { kind: 3 })])).toMatchObject({
      provider: "openai",
      requestModel: "gpt-5.5",
      model: "gpt-5.5-2026-04-23",
      messages: [{ role: "system", content: "Be brief." }, user("Hi")],
      response: { role: "assistant", content: null, tool_calls: [weather], reasoning: "Hm" },
      settings: {
        temperature: 0,
        tools: [{ type: "function", name: "weather" }],
        response_format: { type: "json_object" },
      },
      inputTokens: 374,
      cachedInputTokens: 128,
      cacheWriteTokens: 12,
      outputTokens: 2,
      reasoningTokens: 1,
      startedAt: "2026-11-21T09:30:00.000Z",
      latencyMs: 10,
    });
  });

  test("takes plain text for system instructions, and messages that are lists already", () => {
    const a = chat({
      "gen_ai.system_instructions": "Be brief.",
      "gen_ai.input.messages": [{ role: "user", parts: [{ type: "text", content: "Hi" }] }],
    });
    expect(onlyCall([aSpan("s", null, a)]).messages).toEqual([
      { role: "system", content: "Be brief." },
      user("Hi"),
    ]);
  });

  test("puts content that comes in log records on its span, in order, whichever comes first", () => {
    const span = aSpan("s", null, {
      ...chat(),
      "gen_ai.input.messages": "",
      "gen_ai.output.messages": "",
    });
    const logs = [
      ["gen_ai.choice", { index: 0, message: { content: "Hello" } }],
      ["gen_ai.tool.message", { id: "c1", content: "sunny" }],
      ["gen_ai.assistant.message", { tool_calls: [weather] }],
      ["gen_ai.user.message", { content: "Weather?" }],
      ["gen_ai.system.message", { content: "Be brief." }],
      ["gen_ai.choice", { index: 1, message: { content: "other" } }],
    ] as const;
    const records = logs.map(([eventName, body], index) =>
      readOtlpLog(
        {
          ...span,
          scopeName: "s",
          timeUnixNano: `${1000 - index}`,
          observedUnixNano: null,
          eventName,
          body: body as never,
          attributes: {},
        },
        index,
      ),
    );
    const all = [...records, readOtlpSpan(span)].flatMap((record) => record ?? []);
    expect(all).toHaveLength(7);
    const call = onlyCall(all);
    expect(call.messages).toEqual([
      { role: "system", content: "Be brief." },
      user("Weather?"),
      { role: "assistant", content: null, tool_calls: [weather] },
      { role: "tool", content: "sunny", tool_call_id: "c1" },
    ]);
    expect(call.response).toEqual({ role: "assistant", content: "Hello" });
    expect(onlyCall(all.toReversed())).toEqual(call);
  });

  test("takes both sides from operation details, and older content from span events", () => {
    const empty = { ...chat(), "gen_ai.input.messages": "", "gen_ai.output.messages": "" };
    const event = (name: string, attributes: Attributes) => ({
      name,
      timeUnixNano: "1",
      attributes,
    });
    const details = event("gen_ai.client.inference.operation.details", {
      "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]',
      "gen_ai.output.messages": '[{"role":"assistant","parts":[{"type":"text","content":"Yo"}]}]',
    });
    const older = [
      event("gen_ai.content.prompt", { "gen_ai.prompt": '[{"role":"user","content":"Hi"}]' }),
      event("gen_ai.content.completion", {
        "gen_ai.completion": '[{"role":"assistant","content":"Yo"}]',
      }),
    ];
    for (const events of [[details], older])
      expect(onlyCall([aSpan("s", null, empty, { events })])).toMatchObject({
        messages: [user("Hi")],
        response: { content: "Yo" },
      });
  });

  test("does not count agents, tools, embeddings and workflows", () => {
    const operations = [
      "invoke_agent",
      "create_agent",
      "execute_tool",
      "embeddings",
      "retrieval",
      "invoke_workflow",
      "plan",
    ];
    const spans = operations.map((operation, at) =>
      aSpan(operation, null, chat({ "gen_ai.operation.name": operation }), { at }),
    );
    const settled = settleTrace(spans.map(readOtlpSpan));
    expect(settled.calls).toEqual([]);
    expect(settled.other.map(({ role }) => role)).toEqual([
      "agent",
      "agent",
      "tool",
      "embedding",
      "retrieval",
      "other",
      "other",
    ]);
  });
});

describe("OpenLLMetry", () => {
  const old: Attributes = {
    "llm.request.type": "chat",
    "gen_ai.system": "OpenAI",
    "gen_ai.request.model": "gpt-5.5",
    "gen_ai.response.model": "gpt-5.5-2026-04-23",
    "gen_ai.prompt.0.role": "system",
    "gen_ai.prompt.0.content": "Be brief.",
    "gen_ai.prompt.10.role": "user",
    "gen_ai.prompt.10.content": "last",
    "gen_ai.prompt.2.role": "user",
    "gen_ai.prompt.2.content": '[{"type":"text","text":"first"}]',
    "gen_ai.completion.0.role": "assistant",
    "gen_ai.completion.0.tool_calls.0.id": "c1",
    "gen_ai.completion.0.tool_calls.0.name": "weather",
    "gen_ai.completion.0.tool_calls.0.arguments": '{"city":"Rome"}',
    "llm.request.functions.0.name": "weather",
    "llm.request.functions.0.parameters": '{"type":"object"}',
    "gen_ai.usage.prompt_tokens": 374,
    "gen_ai.usage.completion_tokens": 82,
    "gen_ai.usage.cache_read_input_tokens": 128,
    "llm.usage.total_tokens": 456,
    "traceloop.entity.path": "flow.extract_field",
  };

  test("reads numbered attributes in order of their numbers, and the step from the path", () => {
    expect(onlyCall([aSpan("s", "gone", old, { name: "openai.chat" })])).toMatchObject({
      provider: "openai",
      messages: [{ role: "system", content: "Be brief." }, user("first"), user("last")],
      response: { content: null, tool_calls: [weather] },
      settings: {
        tools: [
          { type: "function", function: { name: "weather", parameters: { type: "object" } } },
        ],
      },
      inputTokens: 374,
      cachedInputTokens: 128,
      outputTokens: 82,
      stepType: "extract_field",
      stepSource: "ancestor",
    });
  });

  test("takes the step from the path too where messages are written as today", () => {
    const a = chat({ "traceloop.entity.path": "extract_field", "gen_ai.agent.name": "helper" });
    expect(onlyCall([aSpan("s", "gone", a, { name: "chat gpt-5.5" })])).toMatchObject({
      stepType: "extract_field",
      stepSource: "ancestor",
      agent: "helper",
      messages: [user("Hi")],
    });
  });

  test("adds the cached input that its JavaScript instrumentation of Anthropic leaves out", () => {
    const a = chat({
      "gen_ai.provider.name": "anthropic",
      "gen_ai.usage.input_tokens": 221,
      "gen_ai.usage.output_tokens": 82,
      "gen_ai.usage.cache_read.input_tokens": 128,
      "gen_ai.usage.total_tokens": 303,
    });
    const scopes = [
      "@traceloop/instrumentation-anthropic",
      "opentelemetry.instrumentation.anthropic",
    ];
    const [javascript, python] = scopes.map((scopeName) =>
      onlyCall([aSpan("s", null, a, { scopeName })]),
    );
    expect(javascript?.inputTokens).toBe(349);
    expect(python?.inputTokens).toBe(221);
  });

  test("counts a call once that the Anthropic SDK and the instrumentation around it both report", () => {
    const spans = Array.from({ length: 23 }, (_, n) => [
      aSpan(
        `outer${n}`,
        null,
        chat({
          "gen_ai.provider.name": "anthropic",
          "gen_ai.usage.input_tokens": 221,
          "gen_ai.usage.cache_read.input_tokens": 128,
        }),
        {
          scopeName: "@traceloop/instrumentation-anthropic",
          at: n * 100,
          ms: 50,
        },
      ),
      aSpan(
        `inner${n}`,
        `outer${n}`,
        {
          "gen_ai.operation.name": "chat",
          "gen_ai.provider.name": "anthropic",
          "gen_ai.response.id": `msg_${n}`,
          "gen_ai.usage.input_tokens": 349,
          "gen_ai.usage.cache_read.input_tokens": 128,
        },
        { scopeName: "@anthropic-ai/sdk", at: n * 100 + 1, ms: 40 },
      ),
    ]).flat();
    const calls = callsOf(spans);
    expect(calls).toHaveLength(23);
    expect(calls[0]).toMatchObject({
      call: { spanId: "inner0", parentSpanId: null, inputTokens: 349, messages: [user("Hi")] },
      mergedSpanIds: ["outer0"],
      responseId: "msg_0",
      contentHint: null,
    });
  });
});

describe("OpenInference", () => {
  test("reads flattened messages, tools, tokens and cost, and joins the parts of an answer", () => {
    const a: Attributes = {
      "openinference.span.kind": "LLM",
      "llm.provider": "openai",
      "llm.model_name": "gpt-5.5-2026-04-23",
      "llm.invocation_parameters": '{"model":"gpt-5.5","temperature":0.2}',
      "llm.input_messages.0.message.role": "user",
      "llm.input_messages.0.message.contents.0.message_content.type": "text",
      "llm.input_messages.0.message.contents.0.message_content.text": "Hi",
      "llm.output_messages.0.message.role": "assistant",
      "llm.output_messages.0.message.contents.0.message_content.type": "reasoning",
      "llm.output_messages.1.message.role": "assistant",
      "llm.output_messages.1.message.tool_calls.0.tool_call.id": "c1",
      "llm.output_messages.1.message.tool_calls.0.tool_call.function.name": "weather",
      "llm.output_messages.1.message.tool_calls.0.tool_call.function.arguments": '{"city":"Rome"}',
      "llm.tools.0.tool.json_schema": '{"type":"function","name":"weather"}',
      "llm.token_count.prompt": 374,
      "llm.token_count.completion": 82,
      "llm.token_count.total": 456,
      "llm.token_count.prompt_details.cache_read": 128,
      "llm.cost.total": 0.01,
      metadata: '{"langgraph_node":"extract_field","env":"staging"}',
      "annotations.0.annotation.name": "correctness",
      "annotations.0.annotation.label": "incorrect",
    };
    expect(onlyCall([aSpan("s", null, a, { name: "OpenAI Responses" })])).toMatchObject({
      provider: "openai",
      requestModel: "gpt-5.5",
      model: "gpt-5.5-2026-04-23",
      messages: [user("Hi")],
      response: { role: "assistant", content: null, tool_calls: [weather] },
      settings: { temperature: 0.2, tools: [{ type: "function", name: "weather" }] },
      inputTokens: 374,
      cachedInputTokens: 128,
      outputTokens: 82,
      statedCostUsd: 0.01,
      stepType: "extract_field",
      stepSource: "instrumented",
      environment: "staging",
      correct: false,
    });
  });

  test("falls back on the raw bodies", () => {
    const a: Attributes = {
      "openinference.span.kind": "LLM",
      "input.value":
        '{"model":"m","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"function"}]}',
      "output.value":
        '{"id":"r1","model":"m-2","choices":[{"message":{"role":"assistant","content":"Yo"}}]}',
    };
    const [call] = callsOf([aSpan("s", null, a)]);
    expect(call).toMatchObject({
      responseId: "r1",
      call: {
        requestModel: "m",
        model: "m-2",
        messages: [user("Hi")],
        response: { content: "Yo" },
      },
    });
  });
});

describe("the Vercel AI SDK", () => {
  const wrapper = {
    "ai.operationId": "ai.generateText",
    "ai.telemetry.functionId": "extract_field",
    "ai.usage.inputTokens": 700,
  };
  const inner: Attributes = {
    "ai.operationId": "ai.generateText.doGenerate",
    "ai.telemetry.functionId": "extract_field",
    "ai.telemetry.metadata.agent": "invoice_agent",
    "ai.model.provider": "openai.responses",
    "ai.model.id": "gpt-5.5",
    "ai.prompt.messages": '[{"role":"user","content":[{"type":"text","text":"Hi"}]}]',
    "ai.prompt.tools": ['{"type":"function","name":"weather","inputSchema":{}}'],
    "ai.response.toolCalls":
      '[{"toolCallId":"c1","toolName":"weather","input":"{\\"city\\":\\"Rome\\"}"}]',
    "ai.response.text": "",
    "ai.response.model": "gpt-5.5-2026-04-23",
    "gen_ai.system": "openai.responses",
    "gen_ai.usage.input_tokens": 376,
    "gen_ai.usage.output_tokens": 82,
  };

  test("counts the call and not its wrapper, with the function id as step", () => {
    const tool = {
      "ai.operationId": "ai.toolCall",
      "ai.toolCall.name": "weather",
      "ai.toolCall.id": "c1",
      "ai.toolCall.args": '{"city":"Rome"}',
    };
    const spans = [
      aSpan("w", null, wrapper, { ms: 100, scopeName: "ai" }),
      aSpan("c", "w", inner, { scopeName: "ai" }),
      aSpan("t", "w", tool, { at: 20, scopeName: "ai" }),
    ];
    expect(onlyCall(spans)).toMatchObject({
      spanId: "c",
      parentSpanId: "w",
      stepType: "extract_field",
      stepSource: "instrumented",
      agent: "invoice_agent",
      provider: "openai",
      requestModel: "gpt-5.5",
      response: { content: null, tool_calls: [weather] },
      settings: { tools: [{ type: "function", name: "weather", inputSchema: {} }] },
      inputTokens: 376,
      cachedInputTokens: null,
    });
    const settled = settleTrace(spans.map(readOtlpSpan));
    expect(settled.other.map(({ role, tool }) => [role, tool?.name])).toEqual([
      ["chain", undefined],
      ["tool", "weather"],
    ]);
  });

  test("takes counts and details of each version", () => {
    const usage = (extra: Attributes) => onlyCall([aSpan("c", null, { ...inner, ...extra })]);
    expect(
      usage({ "ai.usage.promptTokens": 376, "ai.usage.completionTokens": 82 }).inputTokens,
    ).toBe(376);
    expect(
      usage({
        "ai.usage.inputTokens": 376,
        "ai.usage.inputTokenDetails.cacheReadTokens": 128,
        "ai.usage.outputTokens": 82,
        "ai.usage.outputTokenDetails.reasoningTokens": 64,
        "ai.usage.totalTokens": 458,
      }),
    ).toMatchObject({
      inputTokens: 376,
      cachedInputTokens: 128,
      outputTokens: 82,
      reasoningTokens: 64,
    });
  });

  test("reads version 7, where the agent's name is the step", () => {
    const agent = chat({
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.agent.name": "extract_field",
    });
    const spans = [
      aSpan("run", null, {}, { name: "invoice_agent", ms: 200 }),
      aSpan("a", "run", agent, {
        name: "invoke_agent extract_field",
        scopeName: "gen_ai",
        ms: 100,
      }),
      aSpan("step 1", "a", {}, { scopeName: "gen_ai" }),
      aSpan("chat gpt-5.5", "step 1", chat(), { scopeName: "gen_ai", kind: 3 }),
    ];
    expect(onlyCall(spans)).toMatchObject({
      stepType: "extract_field",
      stepSource: "instrumented",
      agent: "invoice_agent",
      inputTokens: 10,
    });
  });
});

describe("Langfuse over OTLP", () => {
  const generation: Attributes = {
    "langfuse.observation.type": "generation",
    "langfuse.observation.model.name": "gpt-5.5-2026-04-23",
    "langfuse.observation.model.parameters": '{"temperature":0,"response_format":""}',
    "langfuse.observation.input":
      '{"messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"function"}]}',
    "langfuse.observation.output": '{"role":"assistant","content":"{\\"total\\":1}"}',
    "langfuse.observation.usage_details":
      '{"input":246,"output":18,"total":456,"input_cached_tokens":128,"output_reasoning_tokens":64}',
    "langfuse.observation.cost_details": '{"total":0.02}',
    "langfuse.environment": "staging",
  };

  test("reads a generation whose name is the step, in an agent observation", () => {
    const spans = [
      aSpan("a", null, { "langfuse.observation.type": "agent" }, { name: "invoice_agent", ms: 50 }),
      aSpan("g", "a", generation, { name: "extract_field" }),
    ];
    expect(onlyCall(spans)).toMatchObject({
      agent: "invoice_agent",
      stepType: "extract_field",
      stepSource: "span name",
      model: "gpt-5.5-2026-04-23",
      environment: "staging",
      messages: [user("Hi")],
      response: { role: "assistant", content: '{"total":1}' },
      settings: { temperature: 0, tools: [{ type: "function" }] },
      inputTokens: 374,
      cachedInputTokens: 128,
      outputTokens: 82,
      reasoningTokens: 64,
      statedCostUsd: 0.02,
    });
  });

  test("takes a failure from the level, since the span's status says nothing", () => {
    const failed = {
      ...generation,
      "langfuse.observation.output": "",
      "langfuse.observation.level": "ERROR",
      "langfuse.observation.status_message": "429",
    };
    expect(onlyCall([aSpan("g", null, failed)])).toMatchObject({
      error: "429",
      response: null,
      requestModel: "gpt-5.5-2026-04-23",
      model: null,
    });
  });
});

describe("LangSmith over OTLP", () => {
  test("reads whole bodies, and a failure that is sent as OK with an exception", () => {
    const a: Attributes = {
      "langsmith.span.kind": "llm",
      "langsmith.metadata.ls_provider": "openai",
      "langsmith.metadata.step_type": "extract_field",
      "langsmith.trace.session_name": "invoice-agent",
      "langsmith.usage_metadata":
        '{"input_tokens":374,"output_tokens":82,"total_tokens":456,"input_token_details":{"cache_read":128}}',
      "gen_ai.operation.name": "chat",
      "gen_ai.request.model": "gpt-5.5",
      "gen_ai.prompt": '{"messages":[{"role":"user","content":"Hi"}],"temperature":0}',
      "gen_ai.completion":
        '{"model":"gpt-5.5-2026-04-23","choices":[{"message":{"role":"assistant","content":"Yo"}}]}',
    };
    expect(onlyCall([aSpan("s", null, a, { name: "ChatOpenAI" })])).toMatchObject({
      messages: [user("Hi")],
      response: { content: "Yo" },
      model: "gpt-5.5-2026-04-23",
      inputTokens: 374,
      cachedInputTokens: 128,
      stepType: "extract_field",
      agent: "invoice-agent",
      error: null,
    });
    const events = [
      { name: "exception", timeUnixNano: "1", attributes: { "exception.message": "429" } },
    ];
    const failed = aSpan(
      "s",
      null,
      { ...a, "gen_ai.completion": "" },
      { events, status: { code: 1, message: null } },
    );
    expect(onlyCall([failed]).error).toBe("429");
  });
});

describe("frameworks", () => {
  test("reads the requests of Google's kit, and Pydantic AI's agent as no call", () => {
    const adk = {
      "gcp.vertex.agent.llm_request":
        '{"model":"gemini-2.5-flash","contents":[{"role":"user","parts":[{"text":"Hi"}]}]}',
      "gcp.vertex.agent.llm_response": '{"content":{"role":"model","parts":[{"text":"Yo"}]}}',
      "gen_ai.system": "gcp.vertex.agent",
    };
    expect(onlyCall([aSpan("call_llm", null, adk)])).toMatchObject({
      requestModel: "gemini-2.5-flash",
      messages: [user("Hi")],
      response: { role: "assistant", content: "Yo" },
    });
    const agent = {
      "pydantic_ai.all_messages": "[]",
      agent_name: "joker",
      "gen_ai.usage.input_tokens": 99,
      "gen_ai.request.model": "m",
      "gen_ai.system": "openai",
    };
    const spans = [
      aSpan("agent run", null, agent, { ms: 50 }),
      aSpan("chat m", "agent run", chat()),
    ];
    expect(onlyCall(spans)).toMatchObject({ agent: "joker", stepType: null, stepSource: null });
  });
});

describe("a call without text", () => {
  test.each([
    ["@opentelemetry/instrumentation-openai", "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"],
    ["@anthropic-ai/sdk", "contentMode"],
    ["@traceloop/instrumentation-openai", "TRACELOOP_TRACE_CONTENT"],
    ["ai", "recordInputs"],
  ])("names the switch of %s", (scopeName, named) => {
    const silent = { "gen_ai.operation.name": "chat", "gen_ai.request.model": "m" };
    const [call] = callsOf([aSpan("s", null, silent, { scopeName })]);
    expect(call?.contentHint).toContain(named);
    expect(callsOf([aSpan("s", null, chat(), { scopeName })])[0]?.contentHint).toBeNull();
  });
});

describe("any span at all", () => {
  const keys = [
    "gen_ai.operation.name",
    "gen_ai.input.messages",
    "gen_ai.output.messages",
    "gen_ai.prompt.0.role",
    "gen_ai.prompt.0.content",
    "gen_ai.completion.0.tool_calls.0.name",
    "gen_ai.usage.input_tokens",
    "gen_ai.system_instructions",
    "gen_ai.tool.definitions",
    "gen_ai.prompt",
    "gen_ai.completion",
    "openinference.span.kind",
    "llm.input_messages.0.message.role",
    "llm.output_messages.x",
    "input.value",
    "output.value",
    "llm.tools.0",
    "annotations.0",
    "llm.invocation_parameters",
    "metadata",
    "tag.tags",
    "ai.operationId",
    "ai.prompt.messages",
    "ai.response.toolCalls",
    "ai.prompt.tools",
    "ai.usage.totalTokens",
    "langfuse.observation.type",
    "langfuse.observation.input",
    "langfuse.observation.usage_details",
    "langfuse.observation.metadata",
    "langsmith.span.kind",
    "langsmith.usage_metadata",
    "step_type",
    "traceloop.span.kind",
    "traceloop.entity.path",
    "traceloop.entity.input",
    "events",
    "correct",
    "__proto__",
    "gcp.vertex.agent.llm_request",
    "pydantic_ai.all_messages",
    "http.response.status_code",
  ];
  const text = fc.oneof(
    fc.constantFrom(
      "chat",
      "LLM",
      "generation",
      "llm",
      "ai.generateText.doGenerate",
      "task",
      "execute_tool",
    ),
    fc.json(),
    fc.string(),
  );
  const attributes = fc.dictionary(fc.constantFrom(...keys), fc.oneof(text, fc.jsonValue()), {
    maxKeys: 12,
  });

  test("is read without throwing into a record and calls that hold to their schemas", () => {
    fc.assert(
      fc.property(
        attributes,
        attributes,
        fc.constantFrom("gen_ai", "ai", null),
        (a, b, scopeName) => {
          const events = [
            "gen_ai.choice",
            "gen_ai.user.message",
            "gen_ai.evaluation.result",
            "exception",
          ].map((name) => ({ name, timeUnixNano: "1", attributes: b as Attributes }));
          const span = readOtlpSpan(aSpan("s", null, a as Attributes, { scopeName, events }));
          expect(SpanRecord.parse(span)).toEqual(span);
          const log = readOtlpLog(
            {
              ...aSpan("s", null, {}),
              timeUnixNano: null,
              observedUnixNano: null,
              eventName: "gen_ai.choice",
              body: a as Attributes,
              attributes: {},
            },
            0,
          );
          const settled = settleTrace([span, ...(log === null ? [] : [log])]);
          for (const { call } of settled.calls) expect(CallRecord.parse(call)).toEqual(call);
        },
      ),
      { numRuns: 500 },
    );
  });
});
