import { describe, expect, it } from "vitest";
import { parseLabelLines } from "./imported-label";

const CALL = "00000000-0000-8000-8000-000000000001";
const good = { call_id: CALL, reviewer: " Eve ", verdict: "viable" };
const lines = (...rows: unknown[]) =>
  rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");

describe("parseLabelLines", () => {
  it("reads what is a label, with reasons as numbers or digits, in order and once", () => {
    const said = { ...good, reasons: ["3", 1, 3], note: "a\u0000b", extra: "ignored" };
    expect(parseLabelLines(`\uFEFF${lines(said)}\r\n\n`)).toEqual({
      labels: [
        {
          line: 1,
          label: {
            call_id: CALL,
            reviewer: "Eve",
            verdict: "viable",
            reasons: [1, 3],
            note: "a\uFFFDb",
          },
        },
      ],
      refused: [],
    });
  });

  it("takes the source's own ids, both of them", () => {
    const { call_id: _, ...said } = good;
    const both = { ...said, trace_id: "t", span_id: "s" };
    const { labels, refused } = parseLabelLines(lines(both, { ...said, trace_id: "t" }));
    expect(labels.map(({ label }) => label.span_id)).toEqual(["s"]);
    expect(refused).toEqual([
      { line: 2, reason: "Name the call: call_id, or trace_id and span_id." },
    ]);
  });

  it("refuses each bad line by its number and why, and keeps the others", () => {
    const text = lines(
      "not json",
      { ...good, verdict: "perhaps" },
      "",
      good,
      { ...good, reasons: [12] },
      { ...good, reviewer: " " },
      { ...good, call_id: "17" },
      { ...good, note: "x".repeat(5_000) },
      "[1]",
    );
    const { labels, refused } = parseLabelLines(text);
    expect(labels.map(({ line }) => line)).toEqual([4]);
    expect(refused.map(({ line }) => line)).toEqual([1, 2, 5, 6, 7, 8, 9]);
    const reasons = refused.map(({ reason }) => reason).join("\n");
    for (const word of [
      "verdict is one of",
      "from 1 to 9",
      "name of who",
      "GET /api/v1/calls",
      "4000",
    ])
      expect(reasons).toContain(word);
  });
});
