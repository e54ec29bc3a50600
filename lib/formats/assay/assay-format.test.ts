import { describe, expect, test } from "vitest";
import { assayFormat } from "@/lib/formats/assay/assay-format";

const record = { messages: [{ role: "user", content: "Hello" }], response: { content: "Hi" } };

function call(extra: Record<string, unknown>) {
  const reading = assayFormat.read({ ...record, ...extra });
  if (reading.kind !== "call") throw new Error(reading.reason);
  return reading;
}

function reason(extra: Record<string, unknown>) {
  const reading = assayFormat.read({ ...record, ...extra });
  if (reading.kind === "call") throw new Error("It was read as a call.");
  return reading.reason;
}

describe("the fuller shape", () => {
  test("gives correct to the run when there is one, else to the call", () => {
    expect(call({ correct: true }).call).toMatchObject({ correct: true, traceOutcome: null });
    expect(call({ correct: false, trace_id: "t" }).call).toMatchObject({
      correct: null,
      traceOutcome: false,
    });
    const both = call({ correct: false, trace_id: "t", call_correct: true, trace_outcome: true });
    expect(both.call).toMatchObject({ correct: true, traceOutcome: true });
  });

  test.each([
    [1, true],
    [0, false],
    ["True", true],
    ["false", false],
    ["", null],
    [null, null],
  ])("reads correct = %j as %j", (correct, wanted) => {
    expect(call({ correct }).call.correct).toBe(wanted);
  });

  test.each([2, "yes", "pass", []])("refuses correct = %j", (correct) => {
    expect(reason({ correct })).toContain("correct: expected true, false or null");
  });

  test("reads times to the millisecond in UTC and says when a zone was missing", () => {
    const local = call({ started_at: "2025-07-29T22:42:15.852905" });
    expect(local.call.startedAt).toBe("2025-07-29T22:42:15.852Z");
    expect(local.notes).toEqual(["started_at has no time zone: read as UTC"]);
    const zoned = call({ started_at: "2025-07-29T22:42:15+02:00" });
    expect(zoned).toMatchObject({ call: { startedAt: "2025-07-29T20:42:15.000Z" }, notes: [] });
    expect(reason({ started_at: "yesterday" })).toContain("started_at: expected an ISO 8601 time");
    expect(reason({ started_at: 1_690_000_000 })).toContain("got the number 1690000000");
    expect(reason({ started_at: "2026-02-30T00:00:00Z" })).toContain("started_at");
  });

  test("is lenient with messages where real exports are loose", () => {
    const messages = [
      { role: "system", content: [{ type: "text", text: "Be brief." }] },
      { role: "assistant", content: null, tool_calls: [{ id: null, function: { name: "f" } }] },
      { role: "tool", content: "1", tool_call_id: null, name: null },
      { role: "assistant" },
      { role: "user", content: "x", tool_calls: null, extra: 1 },
    ];
    expect(call({ messages }).call.messages).toEqual([
      messages[0],
      messages[1],
      { role: "tool", content: "1" },
      { role: "assistant", content: null },
      { role: "user", content: "x", extra: 1 },
    ]);
  });

  test("says which message is wrong and how", () => {
    const messages = [record.messages[0], record.messages[0], { role: 4, content: "x" }];
    expect(reason({ messages })).toBe("messages[2].role: expected text, got the number 4");
    expect(reason({ messages: [{ role: "user", content: 5 }] })).toBe(
      "messages[0].content: expected text, a list of parts or null, got the number 5",
    );
    expect(reason({ messages: "hello" })).toBe(
      "messages: expected a list of messages or null, got text",
    );
    expect(reason({ response: { content: {} } })).toContain("response.content: expected text");
  });

  test("reads an answer as text, as an object, or as none", () => {
    expect(call({ response: "Hi" }).call.response).toEqual({ role: "assistant", content: "Hi" });
    expect(call({ response: null, error: "429" }).call).toMatchObject({
      response: null,
      error: "429",
    });
    expect(call({ response: { total: 3 } }).call.response?.content).toBe('{"total":3}');
    const tools = { content: null, tool_calls: [{ function: { name: "f", arguments: "{}" } }] };
    expect(call({ response: tools }).call.response).toEqual({ role: "assistant", ...tools });
  });

  test("keeps tools and sampling parameters as sent", () => {
    expect(call({ tools: ["a"], temperature: 0, seed: null }).call.settings).toEqual({
      tools: ["a"],
      temperature: 0,
    });
    expect(call({}).call.settings).toBeNull();
  });

  test("adds parts that are larger than their whole, and says so", () => {
    const apart = call({ input_tokens: 221, cached_input_tokens: 128, cache_write_tokens: 100 });
    expect(apart.call.inputTokens).toBe(449);
    expect(apart.notes[0]).toContain("input_tokens is smaller than its parts");
    expect(call({ input_tokens: 349, cached_input_tokens: 128 }).call.inputTokens).toBe(349);
  });

  test("keeps whole-number ids as text, and empty ones as none", () => {
    expect(call({ trace_id: 17, span_id: "" }).call).toMatchObject({ traceId: "17", spanId: null });
  });

  test("reads a call without text, and no call at all", () => {
    const bare = { messages: null, response: null };
    expect(call({ ...bare, model: "gpt-5.5", input_tokens: 3 }).call.messages).toBeNull();
    expect(reason({ ...bare, trace_id: "t" })).toContain("no LLM call");
  });
});
