import { describe, expect, it } from "vitest";
import { offeredTools } from "@/lib/calls/offered-tools";

describe("offeredTools", () => {
  it("is unknown when the source says nothing of tools", () => {
    expect(offeredTools({ temperature: 0 })).toBeNull();
  });

  it("reads names alone and both ways to define a tool", () => {
    const parameters = { type: "object" };
    const schema = JSON.stringify(parameters, null, 2);
    const tools = offeredTools({
      tools: [
        "refund",
        { type: "function", function: { name: "search", description: "Searches", parameters } },
        { name: "book", input_schema: parameters },
        { type: "web_search" },
        7,
      ],
    });
    expect(tools).toEqual([
      { name: "refund", description: null, schema: null },
      { name: "search", description: "Searches", schema },
      { name: "book", description: null, schema },
      { name: "web_search", description: null, schema: null },
      { name: "unnamed", description: null, schema: null },
    ]);
  });
});
