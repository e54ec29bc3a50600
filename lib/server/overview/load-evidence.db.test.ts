import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldTotals } from "@/db/commands/fold-totals";
import { calls, clusters, codebooks, drawItems, kinds, labels } from "@/db/schema";
import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { AuditParams } from "@/lib/overview/params";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { priceCall } from "@/lib/pricing/price-call";
import { wilson } from "@/lib/statistics/wilson";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { loadEvidence } from "./load-evidence";
import { auditCall, importAuditCalls, labelAuditItems } from "./testing";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

/** 60 extractions, 30 plans of which 5 state their cost, 10 untagged calls without any price. */
const RECORDS = [
  ...Array.from({ length: 60 }, (_, n) => auditCall(n, { error: n % 20 === 0 ? "timeout" : null })),
  ...Array.from({ length: 30 }, (_, n) =>
    auditCall(100 + n, {
      step_type: "plan",
      model: "claude-opus-4-8",
      provider: "anthropic",
      cached_input_tokens: 400,
      cost_usd: n < 5 ? 0.25 : null,
    }),
  ),
  ...Array.from({ length: 10 }, (_, n) =>
    auditCall(200 + n, { step_type: null, model: "nobody-knows-it", started_at: null }),
  ),
];

async function auditOf(own: typeof home, params: object = {}): Promise<Audit> {
  const { evidence } = await loadEvidence(own.workspaceId, WHOLE_SCOPE, SEE_ALL);
  return assembleAudit(evidence, SETTINGS, AuditParams.parse(params));
}

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "audit");
  await importAuditCalls(home, RECORDS);
  const drawn = await createDraw(
    { ...home, role: "owner" },
    { seed: "one", perCluster: 40, maxPerTrace: 3 },
  );
  if (!drawn.ok) throw new Error(drawn.message);
  const extract = await clusterId("extract");
  await labelAuditItems(test.db, home.workspaceId, (item, index) =>
    item.clusterId === extract ? "viable" : index % 3 === 0 ? "unsure" : "not_viable",
  );
});
afterAll(() => test?.close());

async function clusterId(name: string, own = home): Promise<string> {
  const [row] = await test.db
    .select({ id: clusters.id })
    .from(clusters)
    .where(and(eq(clusters.workspaceId, own.workspaceId), eq(clusters.name, name)));
  return row?.id ?? "none";
}

async function rawCalls(own = home) {
  const rows = await test.db
    .select({ call: calls, kind: kinds })
    .from(calls)
    .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
    .where(eq(calls.workspaceId, own.workspaceId));
  return rows.map(({ call, kind }) => {
    const startedAt = call.startedAt && new Date(call.startedAt).toISOString();
    const listed = priceCall({ ...call, startedAt }).costUsd;
    return { ...call, clusterId: kind.clusterId, costUsd: call.statedCostUsd ?? listed };
  });
}

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("the audit of a workspace", () => {
  it("counts what a recount of the raw calls counts", async () => {
    const audit = await auditOf(home);
    const raw = await rawCalls();
    expect(audit.usage.calls).toBe(100);
    expect(audit.clusters).toHaveLength(3);
    for (const cluster of audit.clusters) {
      const own = raw.filter((call) => call.clusterId === cluster.id);
      const { usage } = cluster;
      expect(usage.calls).toBe(own.length);
      expect(usage.errored).toBe(own.filter(({ errored }) => errored).length);
      expect(usage.inputTokens).toEqual({
        sum: sum(own.map(({ inputTokens }) => inputTokens)),
        known: own.filter(({ inputTokens }) => inputTokens !== null).length,
      });
      expect(usage.outputTokens.sum).toBe(sum(own.map(({ outputTokens }) => outputTokens)));
      const priced = own.filter(({ costUsd }) => costUsd !== null);
      expect(usage.cost.pricedCalls).toBe(priced.length);
      expect(usage.cost.unpricedCalls).toBe(own.length - priced.length);
      if (priced.length === 0) expect(usage.cost.costUsd).toBeNull();
      else expect(usage.cost.costUsd).toBeCloseTo(sum(priced.map((call) => call.costUsd)), 9);
    }
    expect(audit.usage.window).toEqual({
      firstDay: "2026-01-01",
      lastDay: "2026-01-04",
      days: 4,
      undatedCalls: 10,
      implausibleCalls: 0,
    });
  });

  it("says the same before and after the totals are folded", async () => {
    const before = await auditOf(home);
    await foldTotals(test.db);
    expect(JSON.stringify(await auditOf(home))).toBe(JSON.stringify(before));
  });

  it("gives each cluster the share of its labels with the interval of its sample", async () => {
    const { clusters: audited } = await auditOf(home, { unit: "calls" });
    const extract = audited.find(({ name }) => name === "extract");
    expect(extract?.evidence?.share).toMatchObject({
      value: 1,
      n: 40,
      counts: { viable: 40, unlabelled: 0 },
      method: "wilson",
    });
    const expected = wilson(40, 40, 60);
    expect(extract?.evidence?.share.interval?.low).toBeCloseTo(expected?.low ?? 0, 9);
    expect(extract?.evidence?.raters).toBe(1);
    expect(extract?.next).toMatchObject({ kind: "ready", text: "ready" });
    const plan = audited.find(({ name }) => name === "plan");
    expect(plan?.evidence?.share).toMatchObject({ value: 0, n: 30, method: "census" });
    expect(plan?.next.kind).toBe("keep");
  });

  it("weighs the clusters by their known calls, or by their known spend", async () => {
    const raw = await rawCalls();
    const part = (pick: (call: (typeof raw)[number]) => number | null, cluster: string) =>
      sum(raw.filter((call) => call.clusterId === cluster).map(pick)) / sum(raw.map(pick));
    const extract = await clusterId("extract");
    const byCalls = await auditOf(home, { unit: "calls" });
    expect(byCalls.overall.value).toBeCloseTo(0.6, 9);
    expect(byCalls.overall.value).toBeCloseTo(
      part(() => 1, extract),
      9,
    );
    const bySpend = await auditOf(home);
    expect(bySpend.unit).toBe("spend");
    expect(bySpend.overall.value).toBeCloseTo(
      part((call) => call.costUsd, extract),
      9,
    );
    const weights = bySpend.strata.reduce((whole, { weight }) => whole + (weight ?? 0), 0);
    expect(weights).toBeCloseTo(1, 9);
  });

  it("adds up what is ready to route, per 30 days of the days seen", async () => {
    const { ready, clusters: audited } = await auditOf(home);
    const extract = audited.find(({ name }) => name === "extract");
    expect(ready).toMatchObject({ routeKeys: 1, calls: 60, unknown: 0 });
    expect(ready.spendUsd).toBeCloseTo(extract?.usage.cost.costUsd ?? 0, 9);
    expect(ready.saving?.per).toBe("30 days");
    if (!extract?.projection.known) throw new Error("the saving of extract is known");
    expect(ready.saving?.low).toBeCloseTo(extract.projection.savingUsd.low * (30 / 4), 9);
    expect(ready.saving?.low).toBeLessThanOrEqual(ready.saving?.high ?? 0);
  });

  it("never counts what another workspace labelled", async () => {
    const before = JSON.stringify(await auditOf(home));
    const other = await makeTestWorkspace(test.db, "other");
    await importAuditCalls(other, RECORDS);
    await createDraw({ ...other, role: "owner" }, { seed: "one", perCluster: 40 });
    await labelAuditItems(test.db, other.workspaceId, () => "not_viable");
    expect(JSON.stringify(await auditOf(home))).toBe(before);
    const theirs = await auditOf(other);
    expect(theirs.overall.value).toBe(0);
    expect(theirs.labels.labels).toBe(80);
  });

  it("gives labels on calls that no draw selected a share without an interval", async () => {
    const own = await makeTestWorkspace(test.db, "undrawn");
    await importAuditCalls(own, RECORDS.slice(0, 10));
    const [call] = await rawCalls(own);
    const [codebook] = await test.db
      .select()
      .from(codebooks)
      .where(eq(codebooks.workspaceId, own.workspaceId));
    await test.db.execute(sql`
      INSERT INTO raters (workspace_id, id, kind, name)
      VALUES (${own.workspaceId}, ${own.workspaceId}, 'external', 'one')`);
    await test.db.insert(labels).values({
      workspaceId: own.workspaceId,
      id: randomUUID(),
      callId: call?.id ?? "",
      raterId: own.workspaceId,
      codebookId: codebook?.id ?? "",
      origin: "hand",
      verdict: "viable",
    });
    const { clusters: audited, overall } = await auditOf(own, { unit: "calls" });
    expect(overall).toMatchObject({ value: 1, interval: null, method: "none", n: 1 });
    expect(overall.why).toContain("No draw");
    expect(audited[0]?.evidence?.share).toMatchObject({ value: 1, interval: null });
    expect(audited[0]?.next.kind).toBe("draw");
  });

  it("combines two draws by the chance of either", async () => {
    const own = await makeTestWorkspace(test.db, "two draws");
    await importAuditCalls(own, RECORDS.slice(0, 60));
    const member = { ...own, role: "owner" as const };
    await createDraw(member, { seed: "one", perCluster: 15 });
    await createDraw(member, { seed: "two", perCluster: 30 });
    const { evidence } = await loadEvidence(own.workspaceId, WHOLE_SCOPE, SEE_ALL);
    const items = await test.db
      .select()
      .from(drawItems)
      .where(eq(drawItems.workspaceId, own.workspaceId));
    expect(evidence.sample.calls).toHaveLength(new Set(items.map(({ callId }) => callId)).size);
    for (const { inclusionProbability } of evidence.sample.calls) {
      expect(inclusionProbability).toBeCloseTo(1 - (1 - 15 / 60) * (1 - 30 / 60), 12);
    }
    expect(evidence.sample.strata).toMatchObject([{ frameCalls: 60 }]);
  });
});
