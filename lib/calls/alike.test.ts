import { describe, expect, it } from "vitest";
import { foldRows } from "./alike";

describe("foldRows", () => {
  it("keeps the first of each group with its size, and every row without one", () => {
    const rows = ["a1", "b1", "?1", "a2", "?2", "a3"];
    const folded = foldRows(rows, (row) => (row.startsWith("?") ? null : row.charAt(0)));
    expect(folded).toEqual([
      { row: "a1", folded: 3 },
      { row: "b1", folded: 1 },
      { row: "?1", folded: 1 },
      { row: "?2", folded: 1 },
    ]);
  });

  it("folds nothing where there is nothing", () => {
    expect(foldRows([], () => null)).toEqual([]);
  });
});
