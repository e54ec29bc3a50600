import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as postEvents } from "@/app/api/langfuse/api/public/ingestion/route";
import { POST as postBatch } from "@/app/api/langsmith/runs/batch/route";
import { POST as postSpans } from "@/app/api/otel/v1/traces/route";
import { openTestDatabase } from "@/lib/server/testing";
import { makeTestKey } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let secret = "";

beforeAll(async () => {
  test = await openTestDatabase();
  ({ secret } = await makeTestKey(test.db, "odd"));
});
afterAll(() => test?.close());

const send = (door: typeof postSpans, body: object) =>
  door(
    new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
    }),
  );

const chat = {
  traceId: "1".padStart(32, "0"),
  name: "chat",
  startTimeUnixNano: "1795294372545000000",
  endTimeUnixNano: "1795294373545000000",
};
const operation = { key: "gen_ai.operation.name", value: { stringValue: "chat" } };
const tokens = (intValue: unknown) => [
  operation,
  { key: "gen_ai.usage.input_tokens", value: { intValue } },
];

const outputTokens = (intValue: number) => ({
  key: "gen_ai.usage.output_tokens",
  value: { intValue },
});

/** What the database would refuse would come back for ever: exporters send again after a 503. */
it.each([
  ["a start beyond any calendar", { startTimeUnixNano: "18446744073709551615" }],
  ["a start in the year 12000", { startTimeUnixNano: "316516636800000000000" }],
  ["a negative start", { startTimeUnixNano: "-62135596900000000000" }],
  ["a start that is no number", { startTimeUnixNano: "soon" }],
  ["an end before its start", { endTimeUnixNano: "5" }],
  ["more tokens than a column holds", { attributes: tokens("9007199254740993") }],
  ["4 thousand million tokens", { attributes: tokens(4_000_000_000) }],
  ["two counts whose sum no column holds", { attributes: [...tokens(2e9), outputTokens(2e9)] }],
  ["fewer tokens than none", { attributes: tokens(-5) }],
  ["a parent that is itself", { parentSpanId: "7".padStart(16, "0") }],
  ["NUL and half a character", { name: "a\u0000b\ud800", attributes: [operation] }],
  ["a name of a megabyte", { name: "x".repeat(1_000_000), attributes: [operation] }],
])("takes a span with %s", async (what, odd) => {
  const spanId = String(what.length).padStart(16, "0");
  const spans = [{ ...chat, spanId, attributes: tokens(1), ...odd }];
  const answer = await send(postSpans, { resourceSpans: [{ scopeSpans: [{ spans }] }] });
  expect(answer.status).toBe(200);
});

it.each([
  { startTime: "275760-09-13T00:00:00.001Z" },
  { startTime: "+012000-01-01T00:00:00Z", usage: { input: 4e9, output: 1e300 } },
  { startTime: 1e300, endTime: -1e300, costDetails: { total: 1e308 } },
  { usageDetails: { input: 1.9e9, output: 1.9e9 }, startTime: "9999-12-31T23:59:59-23:00" },
  { traceId: "t".repeat(3000) },
  { id: "i".repeat(3000) },
  { startTime: "0000-01-01T00:00:00Z", completionStartTime: [], model: {}, input: { a: [null] } },
])("takes an odd generation %#", async (odd) => {
  const body = { id: "g", traceId: "t", name: "n", model: "m", ...odd };
  const event = { id: "e", type: "generation-create", timestamp: "2026-01-02T03:04:05Z", body };
  expect((await send(postEvents, { batch: [event] })).status).toBe(207);
});

it.each([
  { start_time: 9e15, end_time: "12000-01-01", prompt_tokens: 4e9, total_cost: "1e400" },
  { trace_id: 5, inputs: "text", outputs: [1], extra: [], tags: {}, error: { a: 1 } },
  { dotted_order: "....", parent_run_id: "r" },
])("takes an odd run %#", async (odd) => {
  const run = { id: "r", trace_id: "t", name: "n", run_type: "llm", ...odd };
  expect((await send(postBatch, { post: [run], patch: [null, 1, "x", run] })).status).toBe(202);
});
