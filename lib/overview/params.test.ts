import { describe, expect, it } from "vitest";
import { chooseCandidate, parseAuditParams, queryOf, readAssumptions } from "./params";

describe("the view that an address asks for", () => {
  it.each([
    [{}, { share: 100, cache: "cold" }],
    [
      { unit: "tokens", candidate: "phi-4-mini", escalation: "12.5", share: "50", cache: "warm" },
      { unit: "tokens", candidate: "phi-4-mini", escalation: 12.5, share: 50, cache: "warm" },
    ],
    [
      { unit: "miles", escalation: "101", share: "-1", cache: "hot" },
      { share: 100, cache: "cold" },
    ],
    [
      { escalation: "", share: "" },
      { share: 100, cache: "cold" },
    ],
    [{ unit: ["calls", "spend"] }, { unit: "calls", share: 100, cache: "cold" }],
  ])("reads %j", (given, params) => {
    expect(parseAuditParams(given)).toEqual(params);
  });

  it("is written back, without what is the default", () => {
    expect(queryOf(parseAuditParams({}))).toBe("");
    const query = "?unit=call+types&escalation=12&share=50&cache=warm";
    const params = Object.fromEntries(new URLSearchParams(query));
    expect(queryOf(parseAuditParams(params))).toBe(query);
  });

  it("takes the escalation from the share unless it is given, also as 0", () => {
    const slm = chooseCandidate("phi-4-mini");
    const read = (params: Record<string, string>) =>
      readAssumptions(parseAuditParams(params), slm).escalation;
    expect(read({})).toBe("from the share");
    expect(read({ escalation: "0" })).toBe(0);
    expect(read({ escalation: "12" })).toBe(0.12);
  });

  it("falls back to the next candidate that the catalogue has", () => {
    expect(chooseCandidate("nobody", "smollm3-3b").id).toBe("smollm3-3b");
    expect(chooseCandidate(null, undefined).id).toBe("phi-4-mini");
  });
});
