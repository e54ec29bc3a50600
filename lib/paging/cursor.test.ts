import { assert, boolean, constantFrom, double, oneof, property, uuid } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCursor, writeCursor } from "@/lib/paging/cursor";

const by = { sort: "cost", direction: "desc" } as const;

describe("a cursor", () => {
  it("is read as it was written", () => {
    const value = oneof(double({ noNaN: true, noDefaultInfinity: true }), constantFrom(null));
    assert(
      property(value, uuid(), boolean(), (given, id, before) => {
        // JSON has no negative zero, and the order knows no difference
        const cursor = { value: given === 0 ? 0 : given, id, before };
        const read = parseCursor(writeCursor(cursor, by), by, "number");
        expect(read).toEqual({ ok: true, value: cursor });
      }),
    );
  });

  it("names rows whose ids are digests and no UUIDs of any version", () => {
    const cursor = { value: 1, id: "0329984b-57ae-f29f-5e9c-3b619f92cb8c", before: false };
    expect(parseCursor(writeCursor(cursor, by), by, "number")).toEqual({ ok: true, value: cursor });
  });

  it("keeps a time to the microsecond", () => {
    const byTime = { sort: "time", direction: "asc" } as const;
    const id = "00000000-0000-4000-8000-000000000001";
    const cursor = { value: "2026-11-21 20:01:40.123456+00", id, before: false };
    expect(parseCursor(writeCursor(cursor, byTime), byTime, "time")).toEqual({
      ok: true,
      value: cursor,
    });
  });

  it.each([
    "",
    "x",
    "bm9wZQ",
    "W10",
    "%%%",
    writeCursor({ value: "now", id: "1", before: true }, by),
  ])("refuses %j", (text) => {
    expect(parseCursor(text, by, "number")).toMatchObject({ ok: false, code: "invalid" });
  });

  it("refuses one of another order, and says which", () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const text = writeCursor({ value: 1, id, before: false }, { sort: "tokens", direction: "asc" });
    const refusal = parseCursor(text, by, "number");
    expect(refusal).toMatchObject({ ok: false, message: expect.stringContaining("tokens, asc") });
  });

  it("refuses a value of another sort", () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const text = writeCursor({ value: "2026-01-01", id, before: false }, by);
    expect(parseCursor(text, by, "number").ok).toBe(false);
    const byTime = { sort: "time", direction: "desc" } as const;
    const other = writeCursor({ value: "yesterday", id, before: false }, byTime);
    expect(parseCursor(other, byTime, "time").ok).toBe(false);
    const half = writeCursor({ value: 1.5, id, before: false }, by);
    expect(parseCursor(half, by, "integer").ok).toBe(false);
  });
});
