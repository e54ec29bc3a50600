import { describe, expect, it } from "vitest";
import { mayAct, mayGive, ROLES, rolesToGive } from "./role";

describe("mayAct", () => {
  it("lets each role do what the roles after it do, and no more", () => {
    for (const [place, role] of ROLES.entries()) {
      for (const [needed, atLeast] of ROLES.entries()) {
        expect(mayAct(role, atLeast), `${role} as ${atLeast}`).toBe(place <= needed);
      }
    }
  });
});

describe("mayGive", () => {
  it("lets only an owner make owners, and only admins bring anybody in", () => {
    expect(rolesToGive("owner")).toEqual(["owner", "admin", "reviewer", "viewer"]);
    expect(rolesToGive("admin")).toEqual(["admin", "reviewer", "viewer"]);
    expect(rolesToGive("reviewer")).toEqual([]);
    expect(rolesToGive("viewer")).toEqual([]);
    expect(mayGive("admin", "owner")).toBe(false);
  });
});
