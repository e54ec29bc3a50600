import { describe, expect, it } from "vitest";
import { isFrontier } from "./frontier";

const call = (model: string | null, provider: string | null = null, day: string | null = null) => ({
  model,
  provider,
  day,
});

describe("a frontier model", () => {
  it.each([
    ["claude-opus-4-8", "anthropic", true],
    ["gpt-4o", "openai", true],
    ["claude-haiku-4-5", "anthropic", false],
    ["gpt-4.1", "openai", false],
  ])("is one whose output lists at $10 or more: %s", (model, provider, frontier) => {
    expect(isFrontier(call(model, provider, "2026-06-01"), null)).toBe(frontier);
  });

  it("is unknown, not false, without a name or a list price", () => {
    expect(isFrontier(call(null), null)).toBeNull();
    expect(isFrontier(call("nobody-knows-it"), null)).toBeNull();
    expect(isFrontier(call(null), ["gpt-4.1"])).toBeNull();
  });

  it("is what people ticked, once they have", () => {
    expect(isFrontier(call("nobody-knows-it"), ["nobody-knows-it"])).toBe(true);
    expect(isFrontier(call("claude-opus-4-8", "anthropic"), [])).toBe(false);
  });

  it("goes by the price on the day of the call", () => {
    // gpt-5.6-luna became cheaper between July and August 2026
    expect(isFrontier(call("gpt-5.6-luna", "openai", "2026-07-01"), null)).toBe(false);
  });
});
