import { describe, expect, it } from "vitest";
import { arrangeConversation } from "@/lib/calls/arrange-conversation";
import { type ReadMessage, SHOWN_TEXT } from "@/lib/calls/shown-message";

const said = (role: string, content: string): ReadMessage => ({
  message: { role, content },
  bytes: content.length,
  cut: false,
});
const places = (list: readonly { place: unknown }[]) => list.map(({ place }) => place);

describe("arrangeConversation", () => {
  const long = [
    said("system", "Help."),
    said("user", "Hi"),
    said("assistant", "Hello"),
    said("user", "Book it"),
  ];

  it("puts the instruction and the last input in front and folds what lies between", () => {
    const shown = arrangeConversation(long, said("assistant", "Done"), null, null);
    expect(places(shown.instructions)).toEqual([0]);
    expect(shown.lastInput?.place).toBe(3);
    expect(places(shown.earlier)).toEqual([1, 2]);
    expect(shown.earlier[0]).toMatchObject({ firstLine: "Hi", blocks: null, cut: true });
    expect(shown.response).toMatchObject({ place: "response", cut: false });
    expect([shown.tools, shown.settings, shown.seenBefore]).toEqual([null, null, null]);
  });

  it("counts what the call before had seen among the folded messages only", () => {
    expect(arrangeConversation(long, null, null, 2).seenBefore).toBe(1);
    expect(arrangeConversation(long, null, null, 4).seenBefore).toBe(2);
    expect(arrangeConversation(long, null, null, 0).seenBefore).toBe(0);
  });

  it("names the tool that a message answers for, and shows a tool call in one line", () => {
    const call = { id: "c1", function: { name: "refund", arguments: '{"id": 7}' } };
    const asking = { role: "assistant", content: null, tool_calls: [call] };
    const answer = { role: "tool", content: "ok", tool_call_id: "c1" };
    const read = (message: ReadMessage["message"]) => ({ message, bytes: 1, cut: false });
    const shown = arrangeConversation([read(asking), read(answer)], null, null, null);
    expect(shown.earlier[0]?.firstLine).toBe('refund { "id": 7 }');
    expect(shown.lastInput?.name).toBe("refund");
  });

  it("does without an instruction, without an input, and without messages", () => {
    const bare = arrangeConversation([said("user", "Hi")], null, null, null);
    expect([bare.instructions, bare.lastInput?.place, bare.earlier]).toEqual([[], 0, []]);
    const alone = arrangeConversation([said("system", "Help.")], null, null, null);
    expect([places(alone.instructions), alone.lastInput]).toEqual([[0], null]);
    expect(arrangeConversation([], null, null, null).lastInput).toBeNull();
  });

  it("sends at most the beginning of a long message, and says so", () => {
    const shown = arrangeConversation([said("user", "x".repeat(50_000))], null, null, null);
    expect(shown.lastInput?.blocks?.[0]?.text).toHaveLength(SHOWN_TEXT);
    expect(shown.lastInput?.cut).toBe(true);
  });

  it("parts tools from the other settings", () => {
    const shown = arrangeConversation([], null, { tools: ["refund"], temperature: 0 }, null);
    expect(shown.tools).toHaveLength(1);
    expect(shown.settings?.text).toBe('{\n  "temperature": 0\n}');
  });
});
