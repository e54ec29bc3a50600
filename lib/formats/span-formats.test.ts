import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import { joinRunParts } from "@/lib/formats/langsmith/langsmith-format";
import { formats } from "@/lib/formats/registry";
import { spanFormats } from "@/lib/formats/span-registry";
import { settleTrace } from "@/lib/spans/settle";
import { SpanRecord } from "@/lib/spans/span";

/** One plain record of each format with exactly one call; a new format adds its own. */
const plain: Record<string, Record<string, unknown>> = {
  "otlp-json": {
    resourceSpans: [
      {
        scopeSpans: [
          {
            spans: [
              {
                traceId: "6b06d7d00c5b839ef2f9992b241dd3b5",
                spanId: "1eab7a6046d3733e",
                name: "chat m",
                attributes: [
                  { key: "gen_ai.operation.name", value: { stringValue: "chat" } },
                  { key: "gen_ai.request.model", value: { stringValue: "m" } },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  "langfuse-ingestion": {
    batch: [
      {
        id: "e1",
        type: "generation-create",
        timestamp: "2026-11-21T09:30:00.000Z",
        body: {
          id: "g",
          traceId: "t",
          name: "extract_field",
          model: "m",
          input: "Hi",
          output: "Yo",
        },
      },
    ],
    metadata: {},
  },
  langsmith: {
    id: "r",
    trace_id: "r",
    run_type: "llm",
    name: "ChatOpenAI",
    start_time: "2026-11-21T09:30:00.5",
    end_time: 1795253401000,
    inputs: { messages: [{ role: "user", content: "Hi" }] },
    outputs: { choices: [{ message: { role: "assistant", content: "Yo" } }] },
  },
  "langfuse-export": {
    id: "g",
    trace_id: "t",
    type: "GENERATION",
    name: "extract_field",
    start_time: "2026-11-21T09:30:00.500Z",
    provided_model_name: "m",
    input: '[{"role":"user","content":"Hi"}]',
    output: "Yo",
  },
  phoenix: {
    name: "ChatCompletion",
    span_kind: "LLM",
    context: { trace_id: "t", span_id: "s" },
    parent_id: null,
    start_time: "2026-11-21T09:30:00.500+00:00",
    status_code: "OK",
    attributes: {
      llm: {
        model_name: "m",
        input_messages: [{ message: { role: "user", content: "Hi" } }],
        output_messages: [{ "message.role": "assistant", "message.content": "Yo" }],
        token_count: { prompt: 3, completion: 1 },
      },
      metadata: { step_type: "extract_field" },
    },
  },
};

const formatOf = (id: string) => {
  const format = spanFormats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
};

function spansOf(id: string, record: unknown): SpanRecord[] {
  const reading = formatOf(id).readSpans(record);
  if (reading.kind === "unparseable") throw new Error(reading.reason);
  expect(reading.rejected).toEqual([]);
  return reading.spans;
}

const callsOf = (id: string, ...records: unknown[]) =>
  settleTrace(records.flatMap((record) => spansOf(id, record))).calls.map(({ call }) => call);

describe.each(spanFormats.map((format) => [format.id, format] as const))(
  "the span format %s",
  (id, format) => {
    const record = plain[id] ?? {};

    test("recognises its own records and no other's, and no other format recognises them", () => {
      expect(spanFormats.filter((other) => other.detect(record))).toEqual([format]);
      expect(formats.filter((other) => other.detect(record))).toEqual([]);
    });

    test("reads its plain record as one call", () => {
      const [call, ...others] = callsOf(id, record);
      expect(others).toEqual([]);
      expect(CallRecord.parse(call)).toEqual(call);
      expect([call?.model, call?.requestModel]).toContain(id === "langsmith" ? null : "m");
    });

    test.each([null, 1, "text", true, [], {}, { messages: [], response: "x" }, { data: [] }])(
      "does not take %j for its own",
      (value) => {
        expect(format.detect(value)).toBe(false);
        expect(() => format.readSpans(value)).not.toThrow();
      },
    );

    test("settles whatever it is given, without throwing", () => {
      const damaged = fc
        .tuple(fc.constantFrom(...Object.keys(record)), fc.jsonValue())
        .map(([key, value]) => ({ ...record, [key]: value }));
      const rows = fc.array(fc.oneof(fc.jsonValue(), damaged), { maxLength: 3 });
      const held = rows.map((list) => ({
        batch: list,
        data: list,
        post: list,
        observations: list,
        id: "x",
      }));
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), damaged, held), (value) => {
          format.detect(value);
          const reading = format.readSpans(value);
          if (reading.kind === "unparseable") return;
          for (const span of reading.spans) expect(SpanRecord.parse(span)).toEqual(span);
          settleTrace(reading.spans);
        }),
        { numRuns: 500 },
      );
    });
  },
);

describe("OTLP JSON", () => {
  test("counts metrics and the application's log lines beside the calls", () => {
    const reading = formatOf("otlp-json").readSpans({
      resourceMetrics: [],
      resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: "started" } }] }] }],
    });
    expect(reading).toMatchObject({
      spans: [],
      other: [expect.stringContaining("log record"), "metrics"],
    });
  });
});

describe("Langfuse's ingestion", () => {
  const event = (type: string, timestamp: string, body: object) => ({
    id: timestamp,
    type,
    timestamp,
    body,
  });

  test("merges events that come out of order, the later standing field by field", () => {
    const events = [
      event("generation-update", "2026-01-01T00:00:02Z", {
        id: "g",
        traceId: "t",
        endTime: "2026-01-01T00:00:02Z",
        output: "Yo",
        usage: { input: 374, output: 82, total: 456, unit: "TOKENS" },
        usageDetails: { input: 374, output: 82, total: 456, input_cached_tokens: 128 },
      }),
      event("generation-create", "2026-01-01T00:00:01Z", {
        id: "g",
        traceId: "t",
        parentObservationId: "p",
        startTime: "2026-01-01T00:00:01Z",
        name: "extract_field",
        model: "m",
        input: [{ role: "user", content: "Hi" }],
        output: "draft",
      }),
      event("span-create", "2026-01-01T00:00:00Z", { id: "p", traceId: "t", name: "run" }),
      event("trace-create", "2026-01-01T00:00:00Z", {
        id: "t",
        environment: "staging",
        sessionId: "c",
      }),
      event("score-create", "2026-01-01T00:00:05Z", {
        traceId: "t",
        observationId: "p",
        name: "correct",
        value: 0,
        dataType: "BOOLEAN",
      }),
    ];
    const [call, ...others] = callsOf("langfuse-ingestion", { batch: events });
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      parentSpanId: "p",
      stepType: "extract_field",
      environment: "staging",
      response: { content: "Yo" },
      inputTokens: 374,
      cachedInputTokens: 128,
      latencyMs: 1000,
      correct: false,
    });
    expect(callsOf("langfuse-ingestion", ...events.toReversed())).toEqual([call]);
  });

  test("takes an update that leaves the type to the creation", () => {
    const batch = [
      event("observation-create", "1", { id: "g", traceId: "t", type: "GENERATION", input: "Hi" }),
      event("observation-update", "2", { id: "g", traceId: "t", output: "Yo" }),
    ];
    expect(callsOf("langfuse-ingestion", { batch })[0]).toMatchObject({
      response: { content: "Yo" },
    });
  });

  test("accounts for each event", () => {
    const batch = [event("sdk-log", "1", {}), event("span-create", "1", {}), { type: "odd" }];
    const reading = formatOf("langfuse-ingestion").readSpans({ batch });
    expect(reading).toMatchObject({ spans: [], other: [expect.any(String)] });
    expect(reading).toHaveProperty("rejected.length", 2);
  });
});

describe("Langfuse's exports", () => {
  test("take a score from its column, a page of the API, and a score of its own", () => {
    const row = plain["langfuse-export"];
    expect(
      callsOf("langfuse-export", { ...row, correctness: [0], toxicity: [0.9] })[0]?.correct,
    ).toBe(false);
    expect(callsOf("langfuse-export", { data: [row], meta: {} })).toHaveLength(1);
    const score = {
      id: "x",
      trace_id: "t",
      observation_id: "g",
      name: "correct",
      value: 1,
      data_type: "NUMERIC",
    };
    expect(callsOf("langfuse-export", row, score)[0]?.correct).toBe(true);
    const [call] = callsOf("langfuse-export", row, { ...score, observation_id: null });
    expect(call).toMatchObject({ correct: null, traceOutcome: true });
  });
});

describe("LangSmith's runs", () => {
  const id = "01a1ff54-29ea-7000-8000-028851758d70";
  const parts = [
    { name: `patch.${id}`, value: { id, trace_id: id, end_time: 1795253401500 } },
    {
      name: `patch.${id}.outputs`,
      value: { choices: [{ message: { role: "assistant", content: "Yo" } }] },
    },
    {
      name: `post.${id}.inputs`,
      value: { args: [{ model: "m", messages: [{ role: "user", content: "Hi" }] }, {}] },
    },
    {
      name: `post.${id}`,
      value: {
        id,
        run_type: "llm",
        name: "ChatOpenAI",
        start_time: "2026-11-21T09:30:00.5",
        dotted_order: `20261121T093000500000Z${id}`,
      },
    },
    {
      name: `post.${id}.extra`,
      value: { metadata: { ls_provider: "openai", langgraph_node: "extract_field" } },
    },
    { name: "attachment.x.y", value: "…" },
  ];

  test("come together from parts in any order, posts and patches in any batch", () => {
    const [call] = callsOf("langsmith", joinRunParts(parts));
    expect(call).toMatchObject({
      traceId: id,
      stepType: "extract_field",
      provider: "openai",
      requestModel: "m",
      messages: [{ role: "user", content: "Hi" }],
      response: { content: "Yo" },
      startedAt: "2026-11-21T09:30:00.500Z",
      latencyMs: 1000,
    });
    const batches = [parts.slice(0, 2), parts.slice(2)].map(joinRunParts);
    expect(callsOf("langsmith", ...batches)).toEqual([call]);
    expect(callsOf("langsmith", ...batches.toReversed(), batches[0])).toEqual([call]);
  });

  test("take usage and model from LangChain's message, feedback from either place", () => {
    const message = {
      lc: 1,
      type: "constructor",
      id: ["langchain", "AIMessage"],
      kwargs: {
        content: "Yo",
        usage_metadata: {
          input_tokens: 374,
          output_tokens: 82,
          total_tokens: 456,
          input_token_details: { cache_read: 128 },
        },
        response_metadata: { model_name: "m-2" },
      },
    };
    const run = {
      ...plain["langsmith"],
      outputs: { generations: [[{ message }]] },
      feedback_stats: { correct: { n: 2, avg: 0 } },
    };
    expect(callsOf("langsmith", run)[0]).toMatchObject({
      model: "m-2",
      inputTokens: 374,
      cachedInputTokens: 128,
      correct: false,
    });
    const feedback = { id: "f", run_id: "r", key: "correct", score: 1 };
    expect(callsOf("langsmith", plain["langsmith"], feedback)[0]?.correct).toBe(true);
  });

  test("fail without their stack trace", () => {
    const run = {
      ...plain["langsmith"],
      outputs: null,
      error: "RateLimitError: 429\n    at f (x.js:1)",
      status: "error",
    };
    expect(callsOf("langsmith", run)[0]).toMatchObject({
      error: "RateLimitError: 429",
      response: null,
    });
  });
});

describe("Phoenix's spans", () => {
  test("are the same from the rows of a data frame and a page of the API", () => {
    const [call] = callsOf("phoenix", plain["phoenix"]);
    expect(call).toMatchObject({
      stepType: "extract_field",
      inputTokens: 3,
      response: { content: "Yo" },
    });
    const frame = {
      name: "ChatCompletion",
      span_kind: "LLM",
      "context.trace_id": "t",
      "context.span_id": "s",
      start_time: "2026-11-21 09:30:00.500000+00:00",
      status_code: "OK",
      "attributes.llm.model_name": "m",
      "attributes.llm.input_messages": [{ "message.role": "user", "message.content": "Hi" }],
      "attributes.llm.output_messages": [{ "message.role": "assistant", "message.content": "Yo" }],
      "attributes.llm.token_count.prompt": 3,
      "attributes.llm.token_count.completion": 1,
      "attributes.metadata": { step_type: "extract_field" },
    };
    expect(callsOf("phoenix", frame)).toEqual([call]);
    expect(callsOf("phoenix", { data: [plain["phoenix"]], next_cursor: null })).toEqual([call]);
  });
});
