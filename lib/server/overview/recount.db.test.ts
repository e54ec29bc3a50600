import postgres, { type Sql } from "postgres";
import { SEE_ALL } from "@/lib/labelling/blind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getAudit } from "@/app/api/v1/audit/route";
import { GET as getClusters } from "@/app/api/v1/clusters/route";
import { GET as getLabels } from "@/app/api/v1/labels/route";
import { users } from "@/db/schema";
import { type RawCall, readRawRows } from "@/e2e/recount/raw-rows";
import { Recount, type Recounted, UNITS } from "@/e2e/recount/shares";
import { alphaOfPairs, type ExportedLabel, handLabels } from "@/e2e/recount/verdicts";
import type { WorkspaceId } from "@/lib/ids";
import { assembleAudit, type Audit } from "@/lib/overview/audit";
import { AuditAnswer } from "@/lib/overview/audit-answer";
import { ClusterRecord } from "@/lib/overview/cluster-record";
import { AuditParams } from "@/lib/overview/params";
import type { ShareRecord } from "@/lib/overview/share-record";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import { openTestDatabase } from "@/lib/server/testing";
import { openSample } from "@/lib/server/workspaces/open-sample";
import type { Share } from "@/lib/statistics/share-result";
import { loadEvidence } from "./load-evidence";

// Every number of the overview, the cluster pages and the API, beside a recount of the sample workspace
// from its raw rows and its exported labels. The recount (e2e/recount) shares no code with the product.

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let sql: Sql;
let recount: Recount;
let answer: AuditAnswer;
let records: ClusterRecord[];
let audits: Record<string, Audit>;
const user = { id: "sceptic", name: "Tess", email: "tess@example.org" };

beforeAll(async () => {
  test = await openTestDatabase();
  await test.db.insert(users).values(user);
  const opened = await openSample(user);
  if (!opened.ok) throw new Error(opened.message);
  const { slug } = opened.value;
  sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  const [row] = await sql`SELECT id FROM workspaces WHERE slug = ${slug}`;
  const workspaceId = row?.id as WorkspaceId;
  const made = await createApiKey(
    { workspaceId, role: "owner", actor: user.id },
    { name: "recount", scope: "read" },
  );
  if (!made.ok) throw new Error(made.message);
  const get = <T>(route: (request: Request) => Promise<Response>, query = "") =>
    readAll<T>(route, made.value.secret, query);
  recount = new Recount(await readRawRows(sql, slug), await pages<ExportedLabel>(get, getLabels));
  answer = await get<AuditAnswer>(getAudit);
  records = await pages<ClusterRecord>(get, getClusters, "&unit=spend");
  const { evidence } = await loadEvidence(workspaceId, WHOLE_SCOPE, SEE_ALL);
  const settings = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };
  audits = Object.fromEntries(
    UNITS.map((unit) => [unit, assembleAudit(evidence, settings, AuditParams.parse({ unit }))]),
  );
});
afterAll(async () => {
  await sql?.end();
  await test?.close();
});

async function readAll<T>(
  route: (request: Request) => Promise<Response>,
  secret: string,
  query: string,
): Promise<T> {
  const headers = { authorization: `Bearer ${secret}` };
  const response = await route(new Request(`http://localhost/api/v1${query}`, { headers }));
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

type Get = <T>(route: (request: Request) => Promise<Response>, query: string) => Promise<T>;

/** Every page of a list, as whoever exports it would read them. */
async function pages<Row>(
  get: Get,
  route: (request: Request) => Promise<Response>,
  more = "",
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const query: string = `?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}${more}`;
    const page: { rows: Row[]; next_cursor: string | null } = await get(route, query);
    rows.push(...page.rows);
    cursor = page.next_cursor;
  }
  return rows;
}

/** Ends of a bootstrap are told by chance, to half a point; all else to the last digits. */
function expectSame(share: Flat, again: Recounted) {
  const close = (value: number | null, other: number | null, digits: number) =>
    other === null ? expect(value).toBeNull() : expect(value).toBeCloseTo(other, digits);
  close(share.value, again.share, 9);
  const digits = share.method === "bootstrap over traces" ? 2 : 9;
  close(share.low, again.low, digits);
  close(share.high, again.high, digits);
  expect({ n: share.n, traces: share.traces }).toEqual({ n: again.n, traces: again.traces });
  close(share.unsureFor, again.unsureFor, 9);
  close(share.unsureLeftOut, again.unsureLeftOut, 9);
}

type Flat = Pick<Share, "value" | "n" | "traces" | "method"> & {
  low: number | null;
  high: number | null;
  unsureFor: number | null;
  unsureLeftOut: number | null;
};

const flat = (share: Share): Flat => ({
  ...share,
  ...share.band,
  low: share.interval?.low ?? null,
  high: share.interval?.high ?? null,
});

const flatRecord = (record: ShareRecord): Flat => ({
  value: record.share,
  low: record.low,
  high: record.high,
  n: record.labelled,
  traces: record.traces,
  method: record.method,
  unsureFor: record.band.unsure_for,
  unsureLeftOut: record.band.unsure_left_out,
});

const recordOf = (shares: readonly ShareRecord[], unit: string): ShareRecord => {
  const found = shares.find((share) => share.unit === unit);
  if (found === undefined) throw new Error(`no share of ${unit}`);
  return found;
};

describe.each(UNITS)("the share of %s", (unit) => {
  it("overall is what a recount gives, on the page and by the API", () => {
    const again = recount.share(unit);
    expect(again.n).toBeGreaterThan(100);
    expectSame(flat(audits[unit]?.overall as Share), again);
    const record = recordOf(answer.overall, unit);
    expectSame(flatRecord(record), again);
    expect(record.raters).toBe(again.raters);
  });

  it("of each cluster and route key is what a recount gives", () => {
    const counted = unit === "call types" ? "calls" : unit;
    for (const cluster of audits[unit]?.clusters ?? []) {
      const again = recount.share(counted, (call) => call.cluster === cluster.id);
      if (cluster.evidence) expectSame(flat(cluster.evidence.share), again);
      expect(cluster.evidence?.raters).toBe(again.raters);
    }
    for (const { id, shares } of unit === "call types" ? [] : answer.clusters) {
      const again = recount.share(counted, (call) => call.cluster === id);
      expectSame(flatRecord(recordOf(shares, unit)), again);
      expect(recordOf(shares, unit).raters).toBe(again.raters);
    }
    for (const { route_key: key, shares } of unit === "call types" ? [] : answer.route_keys) {
      const again = recount.share(counted, (call) => call.routeKey === key);
      expectSame(flatRecord(recordOf(shares, unit)), again);
    }
  });
});

it("is told in the shape that the description of the API promises", () => {
  expect(AuditAnswer.parse(answer)).toEqual(answer);
  expect(records.map((record) => ClusterRecord.parse(record))).toEqual(records);
});

describe("what the calls used", () => {
  const sum = (calls: readonly RawCall[], pick: (call: RawCall) => number | null) =>
    calls.reduce((total, call) => total + (pick(call) ?? 0), 0);

  it("is what a recount of the raw calls gives, overall and for each cluster", () => {
    const { calls } = recount.rows;
    expect(answer.calls).toBe(calls.length);
    expect(answer.spend_usd).toBeCloseTo(
      recount.spend(() => true),
      6,
    );
    expect(records).toHaveLength(6);
    for (const record of records) {
      const own = calls.filter(({ cluster }) => cluster === record.id);
      expect(record.calls).toBe(own.length);
      expect(record.errored).toBe(own.filter(({ errored }) => errored).length);
      expect(record.input_tokens).toBe(sum(own, ({ input }) => input));
      expect(record.output_tokens).toBe(sum(own, ({ output }) => output));
      expect(record.spend_usd).toBeCloseTo(
        sum(own, (call) => recount.cost(call)),
        6,
      );
      const again = recount.share("spend", ({ cluster }) => cluster === record.id);
      expect(record.share).toBeCloseTo(again.share ?? -1, 9);
      expect(record).toMatchObject({ labelled: again.n, raters: again.raters });
    }
    for (const { route_key: key, calls: count, spend_usd: spend } of answer.route_keys) {
      expect(count).toBe(calls.filter(({ routeKey }) => routeKey === key).length);
      expect(spend).toBeCloseTo(
        recount.spend(({ routeKey }) => routeKey === key),
        6,
      );
    }
  });

  it("adds up to what is ready: the route keys whose lower end reaches the bar", () => {
    const ready = audits.spend?.ready;
    const keys = answer.route_keys.filter(({ decision }) => decision === "route");
    expect(keys.length).toBeGreaterThan(0);
    for (const { route_key: key } of keys) {
      const again = recount.share("calls", ({ routeKey }) => routeKey === key);
      expect(again.low).toBeGreaterThanOrEqual(0.79);
    }
    const routed = new Set(keys.map(({ route_key: key }) => key));
    expect(ready?.routeKeys).toBe(routed.size);
    expect(ready?.calls).toBe(
      recount.rows.calls.filter((call) => routed.has(call.routeKey)).length,
    );
    expect(ready?.spendUsd).toBeCloseTo(
      recount.spend((call) => routed.has(call.routeKey)),
      6,
    );
  });
});

describe("the labels", () => {
  it("are as many, on as many calls, unsettled as often, and agree as far as a recount says", () => {
    const hand = handLabels(recount.labels);
    const all = [...hand.values()];
    const differ = (own: readonly ExportedLabel[]) =>
      new Set(own.map(({ verdict }) => verdict)).size > 1;
    const paired = all.filter((own) => own.length >= 2);
    expect(answer.labels).toEqual({
      labels: all.flat().length,
      calls: hand.size,
      unsettled: all.filter(differ).length,
      raters: new Set(all.flat().map(({ rater }) => rater)).size,
    });
    expect(answer.agreement).toMatchObject({ calls: paired.length, labels: paired.flat().length });
    expect(answer.agreement.alpha).toBeCloseTo(alphaOfPairs(recount.labels) ?? 2, 9);
    expect(answer.agreement.low).toBeLessThan(answer.agreement.alpha ?? -2);
  });
});
