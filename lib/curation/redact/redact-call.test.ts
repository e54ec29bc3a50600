import { expect, it } from "vitest";
import type { CallRecord } from "@/lib/calls/call";
import { redactCall } from "./redact-call";
import { testRedactor } from "./testing";

const record: CallRecord = {
  traceId: "t1",
  spanId: "s1",
  parentSpanId: null,
  agent: "helper 10.1.2.3",
  humanFacing: true,
  stepType: "reply",
  stepSource: "instrumented",
  provider: "openai",
  requestModel: "gpt-4.1",
  model: "gpt-4.1-2025-04-14",
  modality: "text",
  attempt: 1,
  environment: "production",
  messages: [{ role: "user", content: "Where is order 1234567890123?" }],
  response: { role: "assistant", content: "On its way." },
  settings: { temperature: 0.2, seed: 1234567890123 },
  inputTokens: 120,
  cachedInputTokens: null,
  cacheWriteTokens: null,
  outputTokens: 7,
  reasoningTokens: null,
  statedCostUsd: 0.01,
  latencyMs: 1500,
  startedAt: "2026-01-02T03:04:05.000Z",
  error: null,
  correct: true,
  traceOutcome: null,
};

it("returns a record in which nothing strikes as it is", () => {
  const { record: after, counts } = redactCall(record, testRedactor);
  expect(after).toBe(record);
  expect(counts).toEqual({});
});

it("touches texts alone: roles, numbers, times and counts stay", () => {
  const messages = [{ role: "user", content: "I am ann@example.org" }];
  const { record: after, counts } = redactCall({ ...record, messages }, testRedactor);
  expect(after).toEqual({
    ...record,
    messages: [{ role: "user", content: expect.stringMatching(/^I am \[email:\w{8}\]$/u) }],
  });
  expect(counts).toEqual({ email: 1 });
});

it("keeps ids that hold an email apart from each other and equal to themselves", () => {
  const ids = { traceId: "of ann@example.org", spanId: "x", parentSpanId: "of ann@example.org" };
  const { record: after } = redactCall({ ...record, ...ids }, testRedactor);
  expect(after.traceId).toMatch(/^[0-9a-f-]{36}$/u);
  expect(after.parentSpanId).toBe(after.traceId);
  expect(after.spanId).toBe("x");
  const other = redactCall({ ...record, traceId: "of bob@example.org" }, testRedactor).record;
  expect(other.traceId).not.toBe(after.traceId);
});

it("reads arguments of tools as the JSON they are, and leaves them JSON", () => {
  const args = '{"to": "ann\\u0040example.org", "password": "hunter2", "amount": 1.50}';
  const call = { id: "c1", type: "function", function: { name: "pay", arguments: args } };
  const response = { role: "assistant", content: null, tool_calls: [call] };
  const { record: after } = redactCall({ ...record, response }, testRedactor);
  const [kept] = (after.response?.tool_calls ?? []) as (typeof call)[];
  expect(kept?.function.arguments).toMatch(
    /^\{"to": "\[email:\w{8}\]", "password": "\[named_secret:\w{8}\]", "amount": 1\.50\}$/u,
  );
});

it("redacts a card number that is a number, and names of members", () => {
  const settings = { card: 4111111111111111, "ann@example.org": { deep: [true] } };
  const { record: after, counts } = redactCall({ ...record, settings }, testRedactor);
  expect(JSON.stringify(after.settings)).toMatch(
    /^\{"card":"\[card_number:\w{8}\]","\[email:\w{8}\]":\{"deep":\[true\]\}\}$/u,
  );
  expect(counts).toEqual({ card_number: 1, email: 1 });
});
