import { describe, expect, it } from "vitest";
import { parseCallQuery } from "@/lib/calls/call-query";
import { parseTraceQuery } from "@/lib/traces/trace-query";

const filterOf = (params: Record<string, string>) => {
  const read = parseCallQuery(params);
  if (!read.ok) throw new Error(read.message);
  return read.value.filter;
};

describe("a filter of calls", () => {
  it.each(["cluster", "step", "agent", "model", "trace"] as const)(
    "by %s stays as it is written, blanks and all",
    (name) => {
      expect(filterOf({ [name]: " plan " })[name]).toBe(" plan ");
      expect(filterOf({ [name]: "  " })[name]).toBe("  ");
      expect(filterOf({ [name]: "" })[name]).toBeNull();
    },
  );

  it.each(["q", "cluster", "step", "agent", "model", "trace"] as const)(
    "by %s of NUL alone finds what the import made of it, not everything",
    (name) => {
      expect(filterOf({ [name]: "\0" })[name]).toBe("\uFFFD");
      expect(filterOf({ [name]: "a\0b" })[name]).toBe("a\uFFFDb");
    },
  );

  it("by words leaves the blanks around them out", () => {
    expect(filterOf({ q: " two words " }).q).toBe("two words");
    expect(filterOf({ q: " " }).q).toBeNull();
    expect(parseTraceQuery({ q: " t1\0 " })).toMatchObject({ value: { q: "t1\uFFFD" } });
    expect(parseTraceQuery({ q: "\0" })).toMatchObject({ value: { q: "\uFFFD" } });
  });

  it("is refused when it is too long", () => {
    expect(parseCallQuery({ step: "x".repeat(501) })).toMatchObject({ code: "invalid" });
  });
});
