import { assert, nat, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonPrefix } from "@/lib/calls/json-prefix";

describe("parseJsonPrefix", () => {
  it.each([
    ["keeps whole JSON", '{"role":"user"}', { role: "user" }],
    [
      "closes a cut text",
      '{"role":"user","content":"long te',
      { role: "user", content: "long te" },
    ],
    ["drops an escape cut in two", '{"role":"a","content":"x\\u00', { role: "a", content: "x" }],
    ["drops a name without a value", '{"role":"user","cont', { role: "user" }],
    ["drops a colon without a value", '{"role":"user","content":', { role: "user" }],
    [
      "closes nested lists",
      '{"role":"a","content":[{"type":"text","text":"hi',
      {
        role: "a",
        content: [{ type: "text", text: "hi" }],
      },
    ],
    ["gives nothing for what is no JSON", "nope", undefined],
  ])("%s", (_, text, expected) => {
    expect(parseJsonPrefix(text)).toEqual(expected);
  });

  it("reads the first member of a message wherever the rest is cut", () => {
    const message = record({ content: string(), name: string() });
    assert(
      property(message, nat(), (rest, seed) => {
        const text = JSON.stringify({ role: "user", ...rest });
        const cut = 14 + (seed % (text.length - 13));
        expect(parseJsonPrefix(text.slice(0, cut))).toMatchObject({ role: "user" });
      }),
    );
  });
});
