import { describe, expect, it } from "vitest";
import { parseAuditQuery, writeAuditCursor } from "./audit-query";

const NOTHING = { actor: null, kind: null, from: null, until: null, cursor: null };

describe("parseAuditQuery", () => {
  it("asks for everything when nothing is said, or nothing is in it", () => {
    expect(parseAuditQuery({})).toEqual({ ok: true, value: NOTHING });
    expect(parseAuditQuery({ actor: "", kind: "", from: "", until: "", cursor: "" })).toEqual({
      ok: true,
      value: NOTHING,
    });
  });

  it("reads a person, a kind, days and a cursor of ours", () => {
    const cursor = {
      value: "2026-11-21 20:01:40.123456+00",
      id: "00000000-0000-4000-8000-000000000001",
      before: true,
    };
    const asked = { actor: "u1", kind: "people", from: "2026-11-01", until: "2026-11-01" };
    expect(parseAuditQuery({ ...asked, cursor: writeAuditCursor(cursor) })).toEqual({
      ok: true,
      value: { ...asked, cursor },
    });
  });

  it.each([
    [{ kind: "gossip" }, "kind is one of people"],
    [{ from: "yesterday" }, "from is a day"],
    [{ until: "2026-02-30" }, "until is a day"],
    [{ from: "2026-11-02", until: "2026-11-01" }, "is after the last"],
    [{ cursor: "x" }, "cursor"],
    [{ kind: ["people", "data"] }, "kind is one of"],
  ])("refuses %j and says why", (params, word) => {
    const refusal = parseAuditQuery(params);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal.ok ? "" : refusal.message).toContain(word);
  });
});
