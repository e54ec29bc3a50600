import { describe, expect, test } from "vitest";
import { openaiChatFormat } from "@/lib/formats/openai-chat/openai-chat-format";
import { callOf } from "@/lib/formats/reading-of";

const call = (record: unknown) => callOf(openaiChatFormat, record);

const answered = (message: object) => ({
  request: { model: "m", messages: [{ role: "user", content: "Hi" }] },
  response: { object: "chat.completion", choices: [{ index: 0, message }] },
});

describe("a log of requests, whichever the API", () => {
  test("takes ids only where they are nobody else's", () => {
    const base = answered({ content: "x" });
    expect(call({ ...base, id: 7 }).spanId).toBeNull();
    expect(call({ ...base, id: "log_0001" }).spanId).toBeNull();
    expect(call({ ...base, id: "7f1c9f0e-3c55-4d4e" }).spanId).toBe("7f1c9f0e-3c55-4d4e");
    expect(call({ ...base, span_id: "s", trace_id: 12 })).toMatchObject({
      spanId: "s",
      traceId: "12",
    });
  });

  test("reads what a log says beside, and lets pass what it does not know", () => {
    const beside = {
      metadata: { step: "plan", agent: "ap" },
      start_time: 1.79e9,
      end_time: 1.79e9 + 2,
    };
    expect(
      call({ ...answered({ content: "x" }), ...beside, cost: 0.5, correct: 1, attempt: 2 }),
    ).toMatchObject({
      stepType: "plan",
      agent: "ap",
      latencyMs: 2000,
      startedAt: "2026-09-21T14:13:20.000Z",
      statedCostUsd: 0.5,
      correct: true,
      attempt: 2,
    });
    const odd = {
      timestamp: {},
      latency_ms: "fast",
      cost: -1,
      correct: "yes",
      step: 3,
      attempt: 0,
    };
    expect(call({ ...answered({ content: "x" }), ...odd })).toMatchObject({
      startedAt: null,
      latencyMs: null,
      statedCostUsd: null,
      correct: null,
      stepType: null,
      attempt: null,
    });
  });

  test("opens bodies that were logged as text, in an HTTP exchange too", () => {
    const { request, response } = answered({ content: "x" });
    const text = { request_body: JSON.stringify(request), response_body: JSON.stringify(response) };
    expect(call(text)).toMatchObject({ requestModel: "m", response: { content: "x" } });
    const exchange = {
      request: { url: "/v1", body: request },
      response: { status: 200, body: response },
    };
    expect(call(exchange)).toMatchObject({ requestModel: "m", response: { content: "x" } });
  });
});
