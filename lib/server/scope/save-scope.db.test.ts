import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, humanFacingRules, workspaces } from "@/db/schema";
import { parseStoredScope, Scope, WHOLE_SCOPE } from "@/lib/scope/scope";
import { auditCall, importAuditCalls } from "@/lib/server/overview/testing";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { loadScopeChoices } from "./load-scope-choices";
import { saveHumanFacing } from "./save-human-facing";
import { saveScope } from "./save-scope";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "verbs of scope");
  await importAuditCalls(home, [
    ...Array.from({ length: 6 }, (_, n) => auditCall(n, { environment: "production" })),
    ...Array.from({ length: 4 }, (_, n) =>
      auditCall(10 + n, { agent: "user_simulator", step_type: "reply", started_at: null }),
    ),
    auditCall(20, { agent: null, human_facing: true }),
  ]);
});
afterAll(() => test?.close());

const deeds = (action: string) =>
  test.db
    .select({ detail: auditLog.detail, actor: auditLog.actor })
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.action, action)));

async function admin() {
  const [workspace] = await test.db
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, home.workspaceId));
  if (!workspace) throw new Error("no workspace");
  return { ...home, workspace, role: "admin" as const };
}

describe("the workspace's scope", () => {
  it("is kept with an audit row, and the whole data is kept as nothing", async () => {
    const scope = Scope.parse({ from: "2026-01-02", withoutAgents: ["user_simulator"] });
    expect(await saveScope(await admin(), scope)).toEqual({ ok: true, value: scope });
    expect(parseStoredScope((await admin()).workspace.scope)).toEqual(scope);
    expect(await saveScope(await admin(), scope)).toMatchObject({ ok: true });
    expect(await saveScope(await admin(), WHOLE_SCOPE)).toMatchObject({ ok: true });
    expect((await admin()).workspace.scope).toBeNull();
    expect(await deeds("workspace.scope")).toMatchObject([
      { detail: { from: WHOLE_SCOPE, to: scope }, actor: home.actor },
      { detail: { from: scope, to: WHOLE_SCOPE } },
    ]);
  });

  it.each([[{ from: "soon" }], [{ agents: [] }], [{ clusters: ["plan"] }], [null]])(
    "is refused when it means nothing: %j",
    async (input) => {
      expect(await saveScope(await admin(), input)).toMatchObject({ ok: false, code: "invalid" });
    },
  );
});

describe("people's word on who talks to people", () => {
  it("is set, changed and taken back, each with an audit row", async () => {
    const rule = { subject: "agent" as const, value: "helper" };
    const stored = () =>
      test.db
        .select({ humanFacing: humanFacingRules.humanFacing })
        .from(humanFacingRules)
        .where(eq(humanFacingRules.workspaceId, home.workspaceId));
    for (const [humanFacing, expected] of [
      [true, [{ humanFacing: true }]],
      [true, [{ humanFacing: true }]],
      [false, [{ humanFacing: false }]],
      [null, []],
    ] as const) {
      expect(await saveHumanFacing(await admin(), { ...rule, humanFacing })).toMatchObject({
        ok: true,
      });
      expect(await stored()).toEqual(expected);
    }
    const details = (await deeds("human_facing.set")).map(({ detail }) => detail);
    expect(details).toEqual([
      { ...rule, from: null, to: true },
      { ...rule, from: true, to: false },
      { ...rule, from: false, to: null },
    ]);
  });

  it("needs an admin, and a name", async () => {
    const input = { subject: "agent", value: "helper", humanFacing: true };
    expect(await saveHumanFacing({ ...home, role: "reviewer" }, input)).toMatchObject({
      ok: false,
      code: "forbidden",
    });
    expect(await saveHumanFacing(await admin(), { ...input, value: "" })).toMatchObject({
      ok: false,
      code: "invalid",
    });
  });
});

describe("what a scope can be made of", () => {
  it("is told with what it used", async () => {
    const choices = await loadScopeChoices(home.workspaceId);
    expect(choices).toMatchObject({
      firstDay: "2026-01-01",
      lastDay: "2026-01-04",
      undatedCalls: 4,
      environments: [{ name: "production", calls: 6 }],
      withoutEnvironment: 5,
      agents: [
        { name: "helper", calls: 6, simulated: false },
        { name: "user_simulator", calls: 4, simulated: true },
      ],
      withoutAgent: 1,
      humanFacing: { yes: 1, no: 0, unknown: 10 },
    });
    expect(choices.agents[0]?.spendUsd).toBeGreaterThan(0);
    expect(choices.clusters.map(({ name }) => name)).toEqual(["extract", "reply"]);
  });
});
