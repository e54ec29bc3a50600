import { describe, expect, it } from "vitest";
import { estimateRepeats, type MessageNode } from "./estimate-repeats";

/** An agent loop: each call sends all of before and one message of 100 characters more. */
function loop(trace: string, calls: number) {
  const nodes: MessageNode[] = Array.from({ length: calls }, (_, n) => ({
    id: `${trace} ${n}`,
    parentId: n === 0 ? null : `${trace} ${n - 1}`,
    length: 100,
  }));
  const sent = nodes.map(({ id }, n) => ({
    traceId: trace,
    requestNodeId: id,
    inputTokens: 10 * (n + 1),
  }));
  return { nodes, sent };
}

describe("what prompts repeat of the call before", () => {
  it("is all but the newest message of an agent loop", () => {
    const { nodes, sent } = loop("a", 4);
    // 10 + 20 + 30 + 40 tokens, of which 0 + 10 + 20 + 30 were sent before
    expect(estimateRepeats(sent, nodes)).toEqual({
      traces: 1,
      calls: 4,
      inputTokens: 100,
      repeatedTokens: 60,
    });
  });

  it("is nothing across runs, and nothing where only the answers differ in place", () => {
    const [a, b] = [loop("a", 1), loop("b", 1)];
    const estimate = estimateRepeats([...a.sent, ...b.sent], [...a.nodes, ...b.nodes]);
    expect(estimate).toMatchObject({ traces: 2, repeatedTokens: 0 });
  });

  it("counts a branch up to where it parts, by length of text", () => {
    const nodes = [
      { id: "system", parentId: null, length: 300 },
      { id: "one", parentId: "system", length: 100 },
      { id: "other", parentId: "system", length: 700 },
    ];
    const sent = ["one", "other", "one"].map((requestNodeId) => ({
      traceId: "t",
      requestNodeId,
      inputTokens: 1000,
    }));
    expect(estimateRepeats(sent, nodes).repeatedTokens).toBeCloseTo(300 + 1000, 9);
  });

  it("knows nothing of no calls", () => {
    expect(estimateRepeats([], [])).toEqual({
      traces: 0,
      calls: 0,
      inputTokens: 0,
      repeatedTokens: 0,
    });
  });
});
