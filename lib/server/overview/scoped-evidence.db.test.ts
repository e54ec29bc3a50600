import { and, eq } from "drizzle-orm";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldTotals } from "@/db/commands/fold-totals";
import { calls, humanFacingRules, kinds, workspaces } from "@/db/schema";
import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { AuditParams } from "@/lib/overview/params";
import { priceCall } from "@/lib/pricing/price-call";
import { isInScope } from "@/lib/scope/in-scope";
import { parseStoredScope, Scope, WHOLE_SCOPE } from "@/lib/scope/scope";
import { runDeletion } from "@/lib/server/deletion/run-deletion";
import { startDeletion } from "@/lib/server/deletion/start-deletion";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { draftRoutes } from "@/lib/server/routing/draft-routes";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { loadEvidence } from "./load-evidence";
import { auditCall, importAuditCalls, labelAuditItems } from "./testing";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };

const RULES = [
  { subject: "agent" as const, value: "user_simulator", humanFacing: false },
  { subject: "step" as const, value: "reply", humanFacing: true },
];

/** Of two agents and a simulated customer, over five days, in two environments or in none. */
const RECORDS = Array.from({ length: 240 }, (_, n) =>
  auditCall(n, {
    agent: ["planner", "helper", "user_simulator", null][n % 4],
    step_type: ["plan", "extract", "reply"][n % 3],
    environment: ["production", "staging", null][Math.floor(n / 3) % 3],
    human_facing: [true, false, null][Math.floor(n / 12) % 3],
    started_at:
      n % 20 === 0 ? null : `2026-01-0${1 + (n % 5)}T${n % 2 === 0 ? "00:00" : "23:59"}:00Z`,
    trace_id: `t${Math.floor(n / 2)}`,
  }),
);

const SCOPES: [string, Scope][] = (
  [
    ["a window", { from: "2026-01-02", to: "2026-01-03" }],
    ["an open window", { from: "2026-01-04" }],
    ["an environment", { environments: ["production"] }],
    ["an agent", { agents: ["planner"] }],
    ["without the simulated customer", { withoutAgents: ["user_simulator"] }],
    ["without human-facing calls", { humanFacing: "without" }],
    ["human-facing calls alone", { humanFacing: "only" }],
    [
      "all of it at once",
      {
        to: "2026-01-04",
        environments: ["production", "staging"],
        withoutAgents: ["user_simulator"],
        humanFacing: "without",
      },
    ],
    ["nothing at all", { agents: ["nobody"] }],
  ] as const
).map(([name, scope]) => [name, Scope.parse(scope)]);

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "scoped");
  await importAuditCalls(home, RECORDS);
  const { workspaceId, actor } = home;
  await test.db
    .insert(humanFacingRules)
    .values(
      RULES.map((rule) => ({ ...rule, workspaceId, id: crypto.randomUUID(), createdBy: actor })),
    );
  const member = { ...home, role: "owner" as const };
  await createDraw(member, { seed: "one", perCluster: 30, maxPerTrace: 1 });
  await labelAuditItems(test.db, workspaceId, (_, index) =>
    index % 5 === 0 ? "not_viable" : index % 7 === 0 ? null : "viable",
  );
});
afterAll(() => test?.close());

async function auditOf(scope: Scope): Promise<Audit> {
  const { evidence } = await loadEvidence(home.workspaceId, scope, SEE_ALL);
  return assembleAudit(evidence, SETTINGS, AuditParams.parse({ unit: "calls" }));
}

/** The calls of a scope by the pure rule, from their own rows. */
async function rawCalls(scope: Scope) {
  const rows = await test.db
    .select({ call: calls, kind: kinds })
    .from(calls)
    .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
    .where(eq(calls.workspaceId, home.workspaceId));
  return rows
    .filter(({ call, kind }) =>
      isInScope(scope, RULES, {
        ...kind,
        environment: call.environment,
        day: call.startedAt && new Date(call.startedAt).toISOString().slice(0, 10),
      }),
    )
    .map(({ call, kind }) => {
      const startedAt = call.startedAt && new Date(call.startedAt).toISOString();
      return {
        ...call,
        clusterId: kind.clusterId,
        costUsd: priceCall({ ...call, startedAt }).costUsd,
      };
    });
}

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("figures under a scope", () => {
  it.each(SCOPES)("equal a recount of the raw calls: %s", async (_, scope) => {
    const audit = await auditOf(scope);
    const raw = await rawCalls(scope);
    expect(audit.usage.calls).toBe(raw.length);
    expect(audit.scope).toMatchObject({ calls: raw.length, ofCalls: 240, narrow: true });
    expect(audit.usage.cost.costUsd ?? 0).toBeCloseTo(sum(raw.map(({ costUsd }) => costUsd)), 9);
    const clusters = new Set(raw.map(({ clusterId }) => clusterId));
    expect(new Set(audit.clusters.map(({ id }) => id))).toEqual(clusters);
    for (const { id, usage } of audit.clusters) {
      const own = raw.filter(({ clusterId }) => clusterId === id);
      expect(usage.calls).toBe(own.length);
      expect(usage.inputTokens.sum).toBe(sum(own.map(({ inputTokens }) => inputTokens)));
      expect(usage.cost.costUsd).toBeCloseTo(sum(own.map(({ costUsd }) => costUsd)), 9);
    }
  });

  it.each(SCOPES)("take the strata as large as they are in it: %s", async (_, scope) => {
    const { evidence } = await loadEvidence(home.workspaceId, scope, SEE_ALL);
    const raw = await rawCalls(scope);
    const within = new Set(raw.map(({ id }) => id));
    expect(evidence.sample.calls.every(({ callId }) => within.has(callId))).toBe(true);
    expect(evidence.labelled.every(({ callId }) => within.has(callId))).toBe(true);
    expect(sum(evidence.sample.strata.map(({ frameCalls }) => frameCalls))).toBe(raw.length);
    for (const stratum of evidence.sample.strata) {
      const own = raw.filter(({ clusterId }) => clusterId === stratum.id);
      expect(stratum.frameCalls).toBe(own.length);
      expect(stratum.frameTokens).toBe(sum(own.map(({ totalTokens }) => totalTokens)));
      expect(stratum.frameSpendUsd).toBeCloseTo(sum(own.map(({ costUsd }) => costUsd)), 9);
      expect(stratum.frameTraces).toBe(new Set(own.map(({ traceId }) => traceId)).size);
    }
  });

  it("part into those that talk to people, those that do not, and the unknown", async () => {
    const of = async (humanFacing: Scope["humanFacing"]) =>
      (await auditOf(Scope.parse({ humanFacing }))).scope;
    const [all, without, only] = [await of("with"), await of("without"), await of("only")];
    expect(without.calls + only.calls).toBe(all.calls);
    expect(only.humanFacing).toBe(only.calls);
    expect(without.humanFacing).toBe(only.calls);
    expect(all.humanFacing).toBe(only.calls);
    expect(only.humanFacingUnknown).toBe(all.humanFacingUnknown);
    expect(without.humanFacingUnknown).toBe(all.humanFacingUnknown);
    expect(all.humanFacingUnknown).toBeGreaterThan(0);
  });

  it("are the same before and after the totals are folded", async () => {
    const scopes = [WHOLE_SCOPE, ...SCOPES.map(([, scope]) => scope)];
    const all = async () => {
      const audits = [];
      for (const scope of scopes) audits.push(await auditOf(scope));
      return JSON.stringify(audits);
    };
    const before = await all();
    await foldTotals(test.db);
    expect(await all()).toBe(before);
  });

  it("count a call that several draws could take once", async () => {
    const member = { ...home, role: "owner" as const };
    await createDraw(member, { seed: "two", perCluster: 10 });
    const scope = Scope.parse({ environments: ["production"] });
    const { evidence } = await loadEvidence(home.workspaceId, scope, SEE_ALL);
    const raw = await rawCalls(scope);
    expect(sum(evidence.sample.strata.map(({ frameCalls }) => frameCalls))).toBe(raw.length);
    expect(evidence.draws).toBe(2);
  });

  it("are those of all frames together where draws had a scope of their own", async () => {
    const member = { ...home, role: "owner" as const };
    const scope = Scope.parse({ environments: ["staging"] });
    expect(await createDraw(member, { seed: "three", perCluster: 10, scope })).toMatchObject({
      ok: true,
      value: { frameCalls: (await rawCalls(scope)).length },
    });
    for (const looked of [WHOLE_SCOPE, scope, Scope.parse({ from: "2026-01-02" })]) {
      const { evidence } = await loadEvidence(home.workspaceId, looked, SEE_ALL);
      const raw = await rawCalls(looked);
      expect(sum(evidence.sample.strata.map(({ frameCalls }) => frameCalls))).toBe(raw.length);
    }
  });

  it("are counted again when a call moves", async () => {
    const scope = Scope.parse({ environments: ["production"] });
    const size = async () => {
      const { evidence } = await loadEvidence(home.workspaceId, scope, SEE_ALL);
      return sum(evidence.sample.strata.map(({ frameCalls }) => frameCalls));
    };
    const before = await size();
    const [gone] = await rawCalls(scope);
    if (!gone?.traceId) throw new Error("no call");
    const own = (await rawCalls(scope)).filter(({ traceId }) => traceId === gone.traceId);
    const started = await startDeletion(
      { ...home, role: "owner" },
      { what: "trace", subject: gone.traceId },
    );
    if (!started.ok) throw new Error(started.message);
    await runDeletion(home.workspaceId, started.value.id);
    expect(await size()).toBe(before - own.length);
  });
});

describe("the routes", () => {
  it("are decided on the scope of the workspace, and say so", async () => {
    const row = async () => {
      const [workspace] = await test.db
        .select()
        .from(workspaces)
        .where(eq(workspaces.id, home.workspaceId));
      if (!workspace) throw new Error("no workspace");
      return workspace;
    };
    const draft = async () => {
      const { file, audit } = await draftRoutes({ ...home, workspace: await row() }, SEE_ALL);
      return { text: file.ok ? file.value : file.message, audit };
    };
    const whole = await draft();
    expect(whole.text).not.toContain("decided on");
    const scope = Scope.parse({ withoutAgents: ["user_simulator"], environments: ["production"] });
    await test.db.update(workspaces).set({ scope }).where(eq(workspaces.id, home.workspaceId));
    const narrow = await draft();
    expect(parseStoredScope((await row()).scope)).toEqual(scope);
    expect(narrow.text).toContain("decided on production · without user_simulator");
    expect(narrow.audit.usage.calls).toBe((await rawCalls(scope)).length);
    const hashOf = (text: string) => /sha256:([0-9a-f]+)/.exec(text)?.[1];
    expect(hashOf(narrow.text)).not.toBe(hashOf(whole.text));
    expect((await draft()).text).toBe(narrow.text);
  });
});
