import { describe, expect, test } from "vitest";
import { flagsOf } from "@/lib/calls/flags";
import { previewOf } from "@/lib/calls/preview";
import { toolCallsOf } from "@/lib/calls/tool-calls";

const user = { role: "user", content: "Where is\n my order?" };
const said = (content: string | null | unknown[], tool_calls?: unknown[]) => ({
  role: "assistant",
  content,
  ...(tool_calls === undefined ? {} : { tool_calls }),
});
const lookUp = { id: "1", function: { name: "get_order", arguments: '{"id": "A-1"}' } };
const base = { messages: [user], response: null, error: null };

describe("the preview of a call", () => {
  test("is its answer in one line of at most 200 characters", () => {
    expect(previewOf({ ...base, response: said(" It\n\nis\there. ") })).toBe("It is here.");
    const long = previewOf({ ...base, response: said("😀".repeat(300)) });
    expect(Array.from(long ?? "")).toHaveLength(200);
    expect(long?.endsWith("😀…")).toBe(true);
    expect(previewOf({ ...base, response: said([{ type: "text", text: "parts" }]) })).toBe("parts");
  });

  test("is the tool call when there is no text", () => {
    expect(previewOf({ ...base, response: said(null, [lookUp]) })).toBe('get_order {"id":"A-1"}');
  });

  test("is the error, else the last message, else nothing", () => {
    expect(previewOf({ ...base, error: "429" })).toBe("429");
    expect(previewOf(base)).toBe("Where is my order?");
    expect(previewOf({ ...base, messages: null })).toBeNull();
  });
});

describe("the flags of a call", () => {
  const known = { ...base, correct: true, traceOutcome: null };

  test("tell a call that failed before it was answered", () => {
    expect(flagsOf({ ...known, error: "timeout" })).toMatchObject({
      errored: true,
      withoutText: true,
    });
    expect(flagsOf({ ...known, error: "late", response: said("x") }).errored).toBe(false);
  });

  test("tell a call without text on one of its sides", () => {
    expect(flagsOf({ ...known, response: said(" ") }).withoutText).toBe(true);
    expect(flagsOf({ ...known, response: said(null, [lookUp]) }).withoutText).toBe(false);
    expect(flagsOf({ ...known, messages: [], response: said("x") }).withoutText).toBe(true);
  });

  test("tell a call of unknown outcome, where no is known", () => {
    expect(flagsOf(known).withoutGroundTruth).toBe(false);
    expect(flagsOf({ ...known, correct: null }).withoutGroundTruth).toBe(true);
    expect(flagsOf({ ...known, correct: null, traceOutcome: false }).withoutGroundTruth).toBe(
      false,
    );
  });
});

describe("tool calls", () => {
  test("are found in the usual shapes", () => {
    const flat = { name: "a", arguments: { x: 1 } };
    expect(
      toolCallsOf(said(null, [lookUp, flat, null, { function: { arguments: "{broken" } }])),
    ).toEqual([
      { name: "get_order", arguments: { id: "A-1" } },
      { name: "a", arguments: { x: 1 } },
      { name: null, arguments: null },
      { name: null, arguments: "{broken" },
    ]);
    expect(
      toolCallsOf(said([{ type: "tool_use", name: "b", input: { y: 2 } }, { type: "text" }])),
    ).toEqual([{ name: "b", arguments: { y: 2 } }]);
  });
});
