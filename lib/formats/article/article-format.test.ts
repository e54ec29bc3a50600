import { describe, expect, test } from "vitest";
import { articleFormat } from "@/lib/formats/article/article-format";

const record = { step_type: "extract_field", prompt: "Find the number.", response: "A-1" };

function call(extra: Record<string, unknown>) {
  const reading = articleFormat.read({ ...record, ...extra });
  if (reading.kind !== "call") throw new Error(reading.reason);
  return reading.call;
}

const user = { role: "user", content: "Find the number." };

describe("the prompt and response shape", () => {
  test("reads its five fields", () => {
    expect(call({ tool_context: "Order A-1 of today", correct: true })).toMatchObject({
      stepType: "extract_field",
      stepSource: "instrumented",
      messages: [user, { role: "tool", content: "Order A-1 of today" }],
      response: { role: "assistant", content: "A-1" },
      correct: true,
      traceOutcome: null,
    });
  });

  test("keeps correct for the call, even within a run", () => {
    expect(call({ trace_id: "t", correct: false, trace_outcome: true })).toMatchObject({
      traceId: "t",
      correct: false,
      traceOutcome: true,
    });
    expect(call({ correct: null }).correct).toBeNull();
  });

  test("reads prompts as text, messages, or the JSON text of messages", () => {
    expect(call({ prompt: [user] }).messages).toEqual([user]);
    expect(call({ prompt: user }).messages).toEqual([user]);
    expect(call({ prompt: JSON.stringify([user]) }).messages).toEqual([user]);
    expect(call({ prompt: '[{"no":"role"}]' }).messages).toEqual([
      { role: "user", content: '[{"no":"role"}]' },
    ]);
    expect(call({ system: "Be brief." }).messages).toEqual([
      { role: "system", content: "Be brief." },
      user,
    ]);
    expect(call({ prompt: null }).messages).toBeNull();
  });

  test("says what is wrong with a prompt", () => {
    const read = (prompt: unknown) => articleFormat.read({ ...record, prompt });
    expect(read(5)).toHaveProperty(
      "reason",
      "prompt: expected text or a list of messages, got the number 5",
    );
    expect(read([{ role: 1 }])).toHaveProperty(
      "reason",
      "prompt[0].role: expected text, got the number 1",
    );
  });

  test.each([
    ["nothing", [null, "", [], {}], [], null],
    ["names of tools", [["get_order", "refund"]], [], ["get_order", "refund"]],
    ["a result", [{ order: "A-1" }], [{ role: "tool", content: '{"order":"A-1"}' }], null],
    [
      "texts",
      [["two words", "more words"]],
      [{ role: "tool", content: '["two words","more words"]' }],
      null,
    ],
    ["messages", [[{ role: "tool", content: "x" }]], [{ role: "tool", content: "x" }], null],
    ["definitions", [[{ name: "f", description: "d" }]], [], [{ name: "f", description: "d" }]],
    ["an object of tools", [{ tools: [{ name: "f" }] }], [], [{ name: "f" }]],
  ])("takes tool context for what it looks like: %s", (_what, contexts, messages, tools) => {
    for (const tool_context of contexts) {
      const found = call({ tool_context });
      expect(found.messages).toEqual([user, ...messages]);
      expect(found.settings).toEqual(tools === null ? null : { tools });
    }
  });

  test("reads tool calls that were logged as text", () => {
    const tool_calls = [{ id: "c", type: "function", function: { name: "f", arguments: "{}" } }];
    expect(call({ response: JSON.stringify(tool_calls) }).response).toEqual({
      role: "assistant",
      content: null,
      tool_calls,
    });
    const list = '[{"function":"f"}]';
    expect(call({ response: list }).response?.content).toBe(list);
  });

  test("keeps an answer in JSON as its text, and a missing one as none", () => {
    expect(call({ response: { a: 1 } }).response?.content).toBe('{"a":1}');
    expect(call({ response: null, error: { code: 429 } })).toMatchObject({
      response: null,
      error: '{"code":429}',
    });
  });
});
