import { describe, expect, it } from "vitest";
import { nextSort } from "@/components/data-table/data-column";

describe("nextSort", () => {
  it("begins with the largest number and with the first letter", () => {
    expect(nextSort({ id: "spend", align: "end" }, null).direction).toBe("desc");
    expect(nextSort({ id: "name" }, { id: "spend", direction: "desc" }).direction).toBe("asc");
  });

  it("turns the sort of the same column", () => {
    const turned = nextSort({ id: "spend", align: "end" }, { id: "spend", direction: "desc" });
    expect(turned).toEqual({ id: "spend", direction: "asc" });
  });
});
