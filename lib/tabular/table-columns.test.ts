import { describe, expect, it } from "vitest";
import { sampleTable, TableSample } from "./sample-table";
import { columnPaths, columnsKey, tableColumns } from "./table-columns";

describe("columnsKey", () => {
  it("is the same for the same columns in another order, and for no others", () => {
    expect(columnsKey(["b", "a"])).toBe(columnsKey(["a", "b", "a"]));
    expect(columnsKey(["a", "b"])).not.toBe(columnsKey(["a,b"]));
    expect(columnsKey(["a", "b"])).not.toBe(columnsKey(["a", "B"]));
  });

  it("does not hang on what stands in the columns", () => {
    const one = tableColumns([{ id: 1, meta: { x: 1 } }]);
    const other = tableColumns([
      { id: null, meta: null },
      { id: 2, meta: { y: 2 } },
    ]);
    expect(columnsKey(one)).toBe(columnsKey(other));
  });
});

describe("columnPaths", () => {
  it("names columns, and the members of those that hold objects", () => {
    const rows = [{ id: 1, meta: { user: { name: "x" }, n: [1] }, list: [{ a: 1 }] }];
    expect(columnPaths(rows)).toEqual(["id", "meta.user.name", "meta.n", "list"]);
  });
});

describe("sampleTable", () => {
  it("keeps a sample small, and readable at the other end", () => {
    const rows = Array.from({ length: 90 }, () => ({
      question: "x".repeat(100_000),
      answer: Array.from({ length: 900 }, (_, at) => at),
    }));
    const sample = sampleTable("csv", rows);
    expect(JSON.stringify(sample).length).toBeLessThan(500_000);
    expect(sample.rows).toHaveLength(20);
    expect(TableSample.parse(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
    expect(sample.guesses).toMatchObject([
      { field: "prompt", column: "question" },
      { field: "response", column: "answer" },
    ]);
  });
});
