import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Acme Support", "acme-support"],
    ["  Zürich & Søn  ", "zurich-s-n"],
    ["客服", "workspace"],
    ["!!!", "workspace"],
    ["new", "new-2"],
  ])("writes %j as %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("numbers the second of a name", () => {
    expect(slugOf("Acme", 2)).toBe("acme-2");
    expect(slugOf("Acme", 3)).toBe("acme-3");
  });
});
