import { describe, expect, it } from "vitest";
import { computeAlpha, computeAlphaInterval } from "./alpha";

/** Items from one row a rater, `.` and `*` being missing. */
const itemsOf = (...rows: readonly string[]): string[][] => {
  const raters = rows.map((row) => row.trim().split(/\s+/));
  return (raters[0] ?? []).map((_, item) =>
    raters.flatMap((values) => {
      const value = values[item] ?? ".";
      return value === "." || value === "*" ? [] : [value];
    }),
  );
};

describe("Krippendorff's alpha, nominal", () => {
  it.each([
    ["2011, example A", 0.0952, ["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]],
    ["2011, example B", 0.691964, ["a a b b d c c c e d d a", "b a b b b c c c e d d d"]],
    [
      "2011, example C, four raters with gaps",
      0.743421,
      [
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . .",
        ". 3 3 3 2 3 4 2 2 5 1 3",
        "1 2 3 3 2 4 4 1 2 5 1 .",
      ],
    ],
    [
      "Wikipedia, three raters of fifteen items",
      0.691358,
      [
        "* * * * * 3 4 1 2 1 1 3 3 * 3",
        "1 * 2 1 3 3 4 3 * * * * * * *",
        "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
      ],
    ],
  ])("gives the published value: %s", (_source, alpha, rows) => {
    expect(computeAlpha(itemsOf(...rows)).alpha).toBeCloseTo(alpha, 4);
  });

  it("gives the published value of the pairs aa ab bb bb bb bb bc cc cc cc cc cc", () => {
    const pairs = "aa ab bb bb bb bb bc cc cc cc cc cc".split(" ").map((pair) => [...pair]);
    expect(computeAlpha(pairs).alpha).toBeCloseTo(0.734, 3);
  });

  it("leaves out items with one label, and counts the others", () => {
    const items = [["a", "a"], ["a", "b"], ["b", "b"], ["a"], []];
    expect(computeAlpha(items)).toMatchObject({ items: 3, values: 6 });
    expect(computeAlpha(items).alpha).toBe(computeAlpha(items.slice(0, 3)).alpha);
  });

  it("has an interval around it, whatever the order of the items", () => {
    const items = Array.from({ length: 60 }, (_, n) => [
      n % 2 ? "v" : "n",
      n % 10 < 8 === (n % 2 === 1) ? "v" : "n",
    ]);
    const { alpha } = computeAlpha(items);
    const interval = computeAlphaInterval(items);
    expect(interval?.low).toBeLessThan(alpha ?? 2);
    expect(interval?.high).toBeGreaterThan(alpha ?? 2);
    expect(computeAlphaInterval(items.toReversed())).toEqual(interval);
  });

  it("is not defined without two labels, or where all labels are the same", () => {
    expect(computeAlpha([["v"]])).toMatchObject({ alpha: null, items: 0 });
    expect(
      computeAlpha([
        ["v", "v"],
        ["v", "v"],
      ]),
    ).toMatchObject({ alpha: null, items: 2 });
    expect(computeAlphaInterval([["v"]])).toBeNull();
    expect(computeAlpha([["v", "v"]]).why).toContain("not defined");
  });
});
