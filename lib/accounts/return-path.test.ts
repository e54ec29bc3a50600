import { describe, expect, it } from "vitest";
import { parseReturnPath } from "./return-path";

describe("parseReturnPath", () => {
  it.each(["/", "/invitation/abc_DEF-1", "/w/home/calls?q=a%20b"])("follows %s", (path) => {
    expect(parseReturnPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/w/home",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "w/home",
    "",
    undefined,
    ["/w/home"],
  ])("goes to the front door for %j", (path) => {
    expect(parseReturnPath(path)).toBe("/");
  });

  it("keeps what it answers on this server, however often it is read", () => {
    expect(parseReturnPath(parseReturnPath("/x/..//evil.example"))).toBe("/");
  });
});
