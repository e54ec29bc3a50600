import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/workspaces/role";
import { blindReason, decideSight, isAdjudicator, SEE_ALL } from "./blind";

const cases: [Role, number, "all" | "own"][] = [
  ["owner", 5, "all"],
  ["admin", 5, "all"],
  ["reviewer", 5, "own"],
  ["reviewer", 1, "own"],
  ["reviewer", 0, "all"],
  ["viewer", 5, "all"],
];

describe("decideSight", () => {
  it.each(cases)("lets a %s with %i items left see the labels of: %s", (role, left, expected) => {
    const sight = decideSight({ role, raterId: "r", left });
    expect(sight).toEqual(expected === "all" ? SEE_ALL : { labels: "own", raterId: "r", left });
  });

  it("takes admins and owners alone for adjudicators", () => {
    const roles: Role[] = ["owner", "admin", "reviewer", "viewer"];
    expect(roles.map(isAdjudicator)).toEqual([true, true, false, false]);
  });

  it("says what is left", () => {
    expect(blindReason(1)).toContain("one item may still come to you");
    expect(blindReason(3)).toContain("3 items may still come to you");
  });
});
