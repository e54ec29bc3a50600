import { expect, it } from "vitest";
import { describeScope, listScopeParts } from "./describe-scope";
import { Scope } from "./scope";

const CLUSTER = "00000000-0000-4000-8000-00000000000a";

it.each([
  [{}, "all calls"],
  [{ from: "2026-01-01", to: "2026-01-31" }, "2026-01-01 to 2026-01-31"],
  [{ from: "2026-01-01", to: "2026-01-01" }, "on 2026-01-01"],
  [{ from: "2026-01-01" }, "from 2026-01-01 on"],
  [{ to: "2026-01-01" }, "until 2026-01-01"],
  [
    { environments: ["production"], withoutAgents: ["user_simulator"], humanFacing: "without" },
    "production · without user_simulator · human-facing calls apart",
  ],
  [{ agents: ["a", "b", "c", "d"] }, "only a, b and 2 more"],
  [{ humanFacing: "only" }, "human-facing calls alone"],
  [{ clusters: [CLUSTER] }, "cluster plan"],
  [
    { clusters: [CLUSTER, "00000000-0000-4000-8000-00000000000b"] },
    "clusters plan, a cluster that is gone",
  ],
])("tells %j as %s", (scope, text) => {
  expect(describeScope(Scope.parse(scope), new Map([[CLUSTER, "plan"]]))).toBe(text);
});

it("tells the window as one side", () => {
  const parts = listScopeParts(Scope.parse({ from: "2026-01-01", to: "2026-01-31" }));
  expect(parts).toEqual([{ side: "from", text: "2026-01-01 to 2026-01-31" }]);
});
