import { describe, expect, it } from "vitest";
import { parseTraceQuery, writeTraceCursor } from "@/lib/traces/trace-query";

describe("parseTraceQuery", () => {
  it("asks for the newest traces when nothing is said", () => {
    const page = { direction: "desc", cursor: null, limit: 50 };
    expect(parseTraceQuery({})).toEqual({ ok: true, value: { q: null, page } });
  });

  it.each([
    [{ dir: "up" }, "dir is asc or desc."],
    [{ limit: "0.5" }, "limit is a whole number from 1 to 1000."],
  ])("refuses %j with the reason", (params, message) => {
    expect(parseTraceQuery(params)).toMatchObject({ ok: false, code: "invalid", message });
  });

  it("reads back the cursor that it wrote, in the same order only", () => {
    const query = parseTraceQuery({ dir: "asc" });
    if (!query.ok) throw new Error(query.message);
    const place = { value: null, id: "0329984b-57ae-f29f-5e9c-3b619f92cb8c", before: true };
    const cursor = writeTraceCursor(place, query.value);
    expect(parseTraceQuery({ dir: "asc", cursor })).toMatchObject({
      ok: true,
      value: { page: { cursor: place } },
    });
    expect(parseTraceQuery({ cursor }).ok).toBe(false);
  });
});
