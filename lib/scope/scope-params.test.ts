import { describe, expect, it } from "vitest";
import { isHumanFacing } from "./human-facing";
import { parseStoredScope, Scope, WHOLE_SCOPE } from "./scope";
import { chooseScope, parseScopeParams } from "./scope-params";

const CLUSTER = "00000000-0000-4000-8000-00000000000a";

describe("the scope of an address", () => {
  it("is not said by an address that says something else", () => {
    expect(parseScopeParams({ unit: "calls", from: "", agents: [] })).toEqual({
      ok: true,
      value: null,
    });
  });
  it("is read from its parts", () => {
    const read = parseScopeParams({
      from: "2026-01-01",
      environments: "production,a%2Cb%2525",
      without_agents: ["one,two", "two"],
      human_facing: "only",
      clusters: CLUSTER,
    });
    expect(read).toEqual({
      ok: true,
      value: {
        ...WHOLE_SCOPE,
        from: "2026-01-01",
        environments: ["production", "a,b%25"],
        withoutAgents: ["one", "two"],
        humanFacing: "only",
        clusters: [CLUSTER],
      },
    });
  });
  it.each([
    [{ from: "yesterday" }, "from is a day of UTC"],
    [{ to: "2026-02-30" }, "to is a day of UTC"],
    [{ from: "1969-12-31" }, "from 1970 on"],
    [{ human_facing: "no" }, "human_facing is with, without or only."],
    [{ clusters: "plan" }, "clusters is a list of ids"],
    [{ scope: "some" }, "scope is all or not given."],
    [{ agents: Array.from({ length: 101 }, (_, n) => `a${n}`) }, "agents is a list of names"],
  ])("is refused with what is wrong: %j", (params, message) => {
    const read = parseScopeParams(params);
    expect(read).toMatchObject({ ok: false, code: "invalid" });
    expect(read.ok ? "" : read.message).toContain(message);
    const own = Scope.parse({ from: "2026-01-01" });
    expect(chooseScope(params, own)).toBe(own);
  });
  it("is everything where it says so, whatever the workspace looks at", () => {
    const own = Scope.parse({ from: "2026-01-01" });
    expect(chooseScope({ scope: "all" }, own)).toEqual(WHOLE_SCOPE);
    expect(chooseScope({}, own)).toBe(own);
  });
});

describe("a stored scope", () => {
  it.each([[null], [{}], [{ clusters: null }], ["odd"], [{ from: 7 }]])(
    "is everything when it says nothing readable: %j",
    (stored) => {
      expect(parseStoredScope(stored)).toEqual(WHOLE_SCOPE);
    },
  );
  it("is read back", () => {
    expect(parseStoredScope({ agents: ["a"] })).toEqual({ ...WHOLE_SCOPE, agents: ["a"] });
  });
});

describe("whether calls talk to a person", () => {
  const rules = [
    { subject: "agent" as const, value: "helper", humanFacing: true },
    { subject: "step" as const, value: "plan", humanFacing: false },
    { subject: "agent" as const, value: "plan", humanFacing: true },
  ];
  it.each([
    ["plan", "helper", true, false],
    ["reply", "helper", false, true],
    ["reply", "other", true, true],
    ["reply", "other", null, null],
    ["reply", null, null, null],
  ])("step %s of %s, the trace saying %s, gives %s", (routeKey, agent, humanFacing, expected) => {
    expect(isHumanFacing({ routeKey, agent, humanFacing }, rules)).toBe(expected);
  });
});
