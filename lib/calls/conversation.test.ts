import { describe, expect, test } from "vitest";
import type { Message } from "@/lib/calls/call";
import { conversationNodes } from "@/lib/calls/conversation";
import { callRowId, recordDigest, traceRowId } from "@/lib/calls/identity";
import type { KeyedDigest } from "@/lib/ids";

/** Injective, so that equal ids mean equal parts. */
const digest: KeyedDigest = (...parts) => JSON.stringify(parts);
const system: Message = { role: "system", content: "Be brief." };
const ask: Message = { role: "user", content: "Where is it?" };
const plan: Message = {
  role: "assistant",
  content: "",
  tool_calls: [{ id: "c1", type: "function", function: { name: "f", arguments: "{}" } }],
};
const result: Message = { role: "tool", tool_call_id: "c1", content: "there" };

describe("the tree of a conversation", () => {
  test("has one node per message, each hanging on the one before", () => {
    const { nodes, requestId, responseId } = conversationNodes([system, ask], plan, "t", digest);
    expect(nodes.map((node) => node.depth)).toEqual([1, 2, 3]);
    expect(nodes.map((node) => node.parentId)).toEqual([null, nodes[0]?.id, nodes[1]?.id]);
    expect([requestId, responseId]).toEqual([nodes[1]?.id, nodes[2]?.id]);
  });

  test("lets the next call of a loop share the answer that it quotes", () => {
    const first = conversationNodes([system, ask], plan, "t", digest);
    const quoted = { tool_calls: plan.tool_calls, content: null, role: "assistant" };
    const second = conversationNodes([system, ask, quoted, result], ask, "t", digest);
    expect(second.nodes[2]?.id).toBe(first.responseId);
    const shared = new Set([...first.nodes, ...second.nodes].map((node) => node.id));
    expect(shared.size).toBe(5);
  });

  test("keeps scopes, places and contents apart", () => {
    const ids = [
      conversationNodes([ask], null, "t", digest).requestId,
      conversationNodes([ask], null, "u", digest).requestId,
      conversationNodes([system, ask], null, "t", digest).requestId,
      conversationNodes([{ ...ask, name: "ann" }], null, "t", digest).requestId,
      conversationNodes([{ ...ask, content: "" }], null, "t", digest).requestId,
      conversationNodes([{ ...ask, content: null }], null, "t", digest).requestId,
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("may have no request, no answer, or neither", () => {
    expect(conversationNodes(null, null, "t", digest)).toEqual({
      nodes: [],
      requestId: null,
      responseId: null,
    });
    expect(conversationNodes(null, ask, "t", digest).nodes[0]).toMatchObject({ parentId: null });
  });
});

describe("the names of rows", () => {
  const bare = { traceId: null, spanId: null, record: { a: 1 }, occurrence: 0 };

  test("follow trace and span when there are any, whatever the record says", () => {
    const call = { ...bare, traceId: "t", spanId: "s" };
    expect(callRowId(call, digest)).toBe(callRowId({ ...call, record: 2, occurrence: 3 }, digest));
    expect(callRowId(call, digest)).not.toBe(callRowId({ ...call, traceId: "u" }, digest));
    expect(traceRowId("t", digest)).not.toBe(callRowId(call, digest));
    expect(traceRowId(null, digest)).toBeNull();
  });

  test("follow record and occurrence when there is no span", () => {
    expect(callRowId(bare, digest)).toBe(callRowId({ ...bare, record: { a: 1 } }, digest));
    expect(callRowId(bare, digest)).not.toBe(callRowId({ ...bare, occurrence: 1 }, digest));
    expect(recordDigest({ a: 1, b: 2 }, digest)).toBe(recordDigest({ b: 2, a: 1 }, digest));
  });
});
