import { describe, expect, test } from "vitest";
import { plainValue } from "@/lib/tabular/plain-value";
import { rowRecord } from "@/lib/tabular/row-record";

const one = (column: string, cell: unknown) => rowRecord([column], [cell])[column];

describe("a row as a record", () => {
  test("puts dotted columns inside, unless their beginning is a column itself", () => {
    expect(rowRecord(["a.b.c", "a.d", "e", "e.f", "g."], ["1", "2", "3", "4", "5"])).toEqual({
      a: { b: { c: "1" }, d: "2" },
      e: "3",
      "e.f": "4",
      "g.": "5",
    });
  });

  test.each([
    ["input_tokens", "12", 12],
    ["input_tokens", "12.0", 12],
    ["input_tokens", "1,200", "1,200"],
    ["input_tokens", "nan", null],
    ["cost_usd", "1e-4", 0.0001],
    ["correct", "PASS", true],
    ["correct", "0.0", false],
    ["correct", "maybe", "maybe"],
    ["correct", "", null],
    ["started_at", "1790000001.5", "2026-09-21T14:13:21.500Z"],
    ["started_at", "2026-01-02 03:04:05+01:00", "2026-01-02T02:04:05.000Z"],
    ["started_at", "yesterday", "yesterday"],
    ["usage.prompt_tokens_x", "7", "7"],
    ["note", "12", "12"],
    ["note", "'=SUM(A1)", "=SUM(A1)"],
    ["note", "'tis so", "'tis so"],
    ["note", "a\u0000b", "a\uFFFDb"],
    ["tools", '["f"]', ["f"]],
    ["tools", '{"a":', '{"a":'],
    ["response", '{"total": 3}', '{"total": 3}'],
    ["response", "[1, 2]", "[1, 2]"],
    ["response", '{"role":"assistant","content":"x"}', { role: "assistant", content: "x" }],
    ["response", '{"content":null,"tool_calls":[]}', { content: null, tool_calls: [] }],
    ["prompt", '[{"role":"user","content":"x"}]', [{ role: "user", content: "x" }]],
  ])("reads in the column %s the cell %j as %j", (column, cell, wanted) => {
    expect(rowRecord([column], [cell])).toEqual(nested(column, wanted));
  });

  test("leaves JSON as text that is nested too deeply", () => {
    const deep = `${"[".repeat(400)}${"]".repeat(400)}`;
    expect(one("tools", deep)).toBe(deep);
  });

  test("brings typed values to what JSON knows", () => {
    expect(plainValue(12n)).toBe(12);
    expect(plainValue(2n ** 60n)).toBe("1152921504606846976");
    expect(plainValue(Number.NaN)).toBeNull();
    expect(plainValue(new Date("2026-01-02T03:04:05Z"))).toBe("2026-01-02T03:04:05.000Z");
    expect(plainValue(new TextEncoder().encode("é"))).toBe("é");
    expect(plainValue({ a: [1n, { b: undefined }], m: new Map([["k", 2n]]) })).toEqual({
      a: [1, { b: null }],
      m: { k: 2 },
    });
    expect(one("messages", [{ role: "user", content: "x\u0000" }])).toEqual([
      { role: "user", content: "x\uFFFD" },
    ]);
  });
});

function nested(column: string, value: unknown): Record<string, unknown> {
  const [first = "", ...rest] = column.split(".");
  return { [first]: rest.length === 0 ? value : nested(rest.join("."), value) };
}
