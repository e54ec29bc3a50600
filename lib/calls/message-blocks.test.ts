import { describe, expect, it } from "vitest";
import { blocksText, messageBlocks } from "@/lib/calls/message-blocks";

describe("messageBlocks", () => {
  it("sets out tool calls whose arguments are JSON text", () => {
    const call = { id: "1", type: "function", function: { name: "refund", arguments: '{"id":7}' } };
    expect(messageBlocks({ role: "assistant", content: null, tool_calls: [call] })).toEqual([
      { kind: "tool call", title: "refund", text: '{\n  "id": 7\n}' },
    ]);
  });

  it("keeps arguments that are no JSON as they are", () => {
    const call = { function: { name: "sh", arguments: '{"command": "ls' } };
    expect(messageBlocks({ role: "assistant", content: "", tool_calls: [call] })[0]?.text).toBe(
      '{"command": "ls',
    );
  });

  it("reads the parts of a message: text, tool use, tool result, and what it does not know", () => {
    const content = [
      { type: "text", text: "Look" },
      { type: "tool_use", name: "find", input: { q: "a" } },
      { type: "tool_result", tool_use_id: "t1", content: [{ type: "text", text: "found" }] },
      { type: "image_url", image_url: { url: "https://x" } },
    ];
    const kinds = messageBlocks({ role: "user", content }).map(({ kind, title }) => [kind, title]);
    expect(kinds).toEqual([
      ["text", null],
      ["tool call", "find"],
      ["tool result", "t1"],
      ["other", "image_url"],
    ]);
  });

  it("leaves nothing out: members that it does not know stand at the end", () => {
    const message = { role: "assistant", content: "Yes", reasoning_content: "because" };
    expect(blocksText(messageBlocks(message))).toBe("Yes\n\n[other: reasoning_content]\nbecause");
  });
});
