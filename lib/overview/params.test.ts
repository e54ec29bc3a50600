import { describe, expect, it } from "vitest";
import { assumedBy, chooseCandidate, parseAuditParams, queryOf } from "./params";

const SETTINGS = { candidate: null };

describe("the view that an address asks for", () => {
  it.each([
    [{}, {}],
    [
      { unit: "tokens", candidate: "phi-4-mini", escalation: "12.5", share: "50", cache: "warm" },
      { unit: "tokens", candidate: "phi-4-mini", escalation: 12.5, share: 50, cache: "warm" },
    ],
    [{ unit: "miles", escalation: "101", share: "-1", cache: "hot", gpu_reads: "0" }, {}],
    [{ escalation: "", share: "", price_in: "" }, {}],
    [{ escalation: "share" }, { escalation: "share" }],
    [{ unit: ["calls", "spend"] }, { unit: "calls" }],
  ])("reads %j", (given, params) => {
    expect(parseAuditParams(given)).toEqual(params);
  });

  it("is written back, with what was said and nothing else", () => {
    expect(queryOf(parseAuditParams({}))).toBe("");
    const query = "?unit=call+types&escalation=12&cache=warm&share=50";
    const params = Object.fromEntries(new URLSearchParams(query));
    expect(queryOf(parseAuditParams(params))).toBe(query);
  });

  it("takes what the address does not say from the workspace, then from the defaults", () => {
    const workspace = { ...SETTINGS, assumptions: { cache: "warm", escalation: 20, share: 200 } };
    const { assumed } = assumedBy(parseAuditParams({ escalation: "share" }), workspace);
    expect(assumed).toMatchObject({ cache: "warm", escalation: "share", share: 100 });
    expect(assumedBy({}, { ...SETTINGS, assumptions: "no object" }).assumed.cache).toBe("cold");
  });

  it("falls back to the next candidate that the catalogue has", () => {
    expect(chooseCandidate("nobody", "smollm3-3b").id).toBe("smollm3-3b");
    expect(chooseCandidate(null, undefined).id).toBe("phi-4-mini");
  });
});
