import { describe, expect, it } from "vitest";
import { parseCallQuery, writeCallCursor } from "@/lib/calls/call-query";

describe("parseCallQuery", () => {
  it("asks for the newest calls when nothing is said", () => {
    expect(parseCallQuery({})).toEqual({
      ok: true,
      value: {
        filter: {
          q: null,
          cluster: null,
          step: null,
          agent: null,
          model: null,
          trace: null,
          import: null,
          flag: null,
          alike: null,
        },
        scope: null,
        sort: "time",
        fold: false,
        page: { direction: "desc", cursor: null, limit: 50 },
      },
    });
  });

  it("takes an empty parameter as not given", () => {
    const read = parseCallQuery({ q: " ", cluster: "", import: "", cursor: "" });
    expect(read).toMatchObject({
      ok: true,
      value: { filter: { q: null, cluster: null, import: null } },
    });
  });

  it.each([
    [{ sort: "size" }, "sort is one of time, cost, tokens, latency."],
    [{ dir: "up" }, "dir is asc or desc."],
    [{ limit: "0" }, "limit is a whole number from 1 to 1000."],
    [{ limit: "ten" }, "limit is a whole number from 1 to 1000."],
    [{ limit: "1001" }, "limit is a whole number from 1 to 1000."],
    [
      { flag: "odd" },
      "flag is one of errored, without_text, without_ground_truth, near_duplicate.",
    ],
    [{ import: "7" }, "import is the id of an import."],
  ])("refuses %j with the reason", (params, message) => {
    expect(parseCallQuery(params)).toEqual({ ok: false, code: "invalid", message });
  });

  it("reads back the cursor that it wrote, in the same order only", () => {
    const query = parseCallQuery({ sort: "cost", dir: "asc" });
    if (!query.ok) throw new Error(query.message);
    const place = { value: 0.25, id: "00000000-0000-4000-8000-000000000001", before: false };
    const cursor = writeCallCursor(place, query.value);
    const next = parseCallQuery({ sort: "cost", dir: "asc", cursor });
    expect(next).toMatchObject({ ok: true, value: { page: { cursor: place } } });
    expect(parseCallQuery({ sort: "cost", dir: "desc", cursor }).ok).toBe(false);
  });
});
