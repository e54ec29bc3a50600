import { SEE_ALL } from "@/lib/labelling/blind";
import { eq } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getLabels } from "@/app/api/v1/labels/route";
import { GET as getSavings } from "@/app/api/v1/savings/route";
import { users, workspaces } from "@/db/schema";
import { readRawRows } from "@/e2e/recount/raw-rows";
import { daysSeen, recountSaving } from "@/e2e/recount/savings";
import { Recount } from "@/e2e/recount/shares";
import type { ExportedLabel } from "@/e2e/recount/verdicts";
import type { WorkspaceId } from "@/lib/ids";
import { listTableRows } from "@/lib/overview/savings-tables";
import { parseAuditParams } from "@/lib/overview/params";
import { SavingsAnswer } from "@/lib/overview/savings-answer";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import { openTestDatabase } from "@/lib/server/testing";
import { openSample } from "@/lib/server/workspaces/open-sample";
import { tableSource } from "./download-savings";
import { gatherSavings } from "./gather-savings";

// The numbers of the savings page, its files and the API, beside a recount of the sample workspace from
// raw rows and exported labels, call by call. The recount (e2e/recount) shares no code with the product.

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let sql: Sql;
let recount: Recount;
let answer: SavingsAnswer;
let secret: string;
let workspaceId: WorkspaceId;
const user = { id: "payer", name: "Tess", email: "tess@example.org" };

beforeAll(async () => {
  test = await openTestDatabase();
  await test.db.insert(users).values(user);
  const opened = await openSample(user);
  if (!opened.ok) throw new Error(opened.message);
  const { slug } = opened.value;
  sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  const [row] = await sql`SELECT id FROM workspaces WHERE slug = ${slug}`;
  workspaceId = row?.id as WorkspaceId;
  const made = await createApiKey(
    { workspaceId, role: "owner", actor: user.id },
    { name: "recount", scope: "read" },
  );
  if (!made.ok) throw new Error(made.message);
  secret = made.value.secret;
  recount = new Recount(await readRawRows(sql, slug), await allLabels());
  answer = SavingsAnswer.parse(await ask(getSavings, ""));
});
afterAll(async () => {
  await sql?.end();
  await test?.close();
});

async function ask(
  route: (request: Request) => Promise<Response>,
  query: string,
  status = 200,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${secret}` };
  const response = await route(new Request(`http://localhost/api/v1/x${query}`, { headers }));
  expect(response.status).toBe(status);
  return response.json();
}

async function allLabels(): Promise<ExportedLabel[]> {
  const rows: ExportedLabel[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = `?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`;
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page = (await ask(getLabels, query)) as {
      rows: ExportedLabel[];
      next_cursor: string | null;
    };
    rows.push(...page.rows);
    cursor = page.next_cursor;
  }
  return rows;
}

async function gather(query: Record<string, string> = {}) {
  const [workspace] = await test.db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Error("no workspace");
  return gatherSavings({ workspaceId, workspace }, parseAuditParams(query), WHOLE_SCOPE, SEE_ALL);
}

/** The ends of a bootstrap are told by chance, to half a point of what comes back. */
const near = (usd: number | null, again: number, today: number) =>
  expect(Math.abs((usd ?? Number.NaN) - again)).toBeLessThan(0.02 * Math.max(today, 1e-9));

describe("what routing would save", () => {
  it("is what a recount gives for every route key and cluster, by the API", () => {
    const factor = 30 / daysSeen(recount.rows.calls);
    expect(answer.route_keys).toHaveLength(6);
    const rows = [
      ...answer.route_keys.map((record) => ({
        record,
        again: recountSaving(recount, ({ routeKey }) => routeKey === record.route_key),
      })),
      ...answer.clusters.map((record) => ({
        record,
        again: recountSaving(recount, ({ cluster }) => cluster === record.id),
      })),
    ];
    for (const { record, again } of rows) {
      if (again === null) throw new Error("every step of the sample is labelled");
      expect(record.per).toBe("30 days");
      expect(record.today_usd).toBeCloseTo(again.today * factor, 6);
      expect(record.saving_usd).toBeCloseTo(again.mid * factor, 6);
      near(record.saving_low_usd, again.low * factor, record.escalated_usd ?? 0);
      near(record.saving_high_usd, again.high * factor, record.escalated_usd ?? 0);
    }
  });

  it("adds up to the overall figure, lows with lows and highs with highs", () => {
    const ready = answer.route_keys.filter(({ decision }) => decision === "route");
    expect(ready.length).toBeGreaterThan(0);
    const add = (pick: (record: (typeof ready)[number]) => number | null) =>
      ready.reduce((sum, record) => sum + (pick(record) ?? Number.NaN), 0);
    const { overall } = answer;
    expect(overall.route_keys).toBe(ready.length);
    expect(overall.saving_usd.low).toBeCloseTo(
      add((record) => record.saving_low_usd),
      9,
    );
    expect(overall.saving_usd.mid).toBeCloseTo(
      add((record) => record.saving_usd),
      9,
    );
    expect(overall.saving_usd.high).toBeCloseTo(
      add((record) => record.saving_high_usd),
      9,
    );
    const keys = new Set(ready.map(({ route_key: key }) => key));
    expect(overall.spend_usd).toBeCloseTo(
      recount.spend(({ routeKey }) => keys.has(routeKey)),
      6,
    );
  });

  it("is the same on the page, in its files and on the overview", async () => {
    const gathered = await gather();
    expect(gathered.answer).toEqual(answer);
    const source = tableSource(gathered);
    expect(listTableRows("route_keys", source)).toEqual(answer.route_keys);
    expect(listTableRows("clusters", source)).toEqual(answer.clusters);
    expect(gathered.audit.ready.saving?.mid).toBeCloseTo(answer.overall.saving_usd.mid ?? 0, 9);
    const days = listTableRows("days", source);
    const byDay = recount.rows.calls.reduce(
      (sums, call) =>
        sums.set(call.day ?? "", (sums.get(call.day ?? "") ?? 0) + (recount.cost(call) ?? 0)),
      new Map<string, number>(),
    );
    expect(days.length).toBe([...byDay.keys()].filter((day) => day !== "").length);
    for (const { day, cost_usd: usd } of days) {
      expect(usd).toBeCloseTo(byDay.get(String(day)) ?? Number.NaN, 6);
    }
  });
});

describe("the address", () => {
  it("says what is assumed, and the answer says it back with the prices used", async () => {
    const query = "?gate=assumed&catches=70&alarms=5&verifier=2&cache=warm&candidate=qwen3-8b";
    const other = SavingsAnswer.parse(await ask(getSavings, query));
    expect(other.assumptions).toMatchObject({
      gate: "assumed",
      catches: 70,
      alarms: 5,
      verifier: 2,
      cache: "warm",
      candidate: "qwen3-8b",
    });
    expect(other.candidate.price).toMatchObject({ input: 0.035, output: 0.138 });
    expect(other.prices.used.length).toBeGreaterThan(0);
    for (const record of other.route_keys) {
      const share = record.share ?? Number.NaN;
      expect(record.escalation).toBeCloseTo((1 - share) * 0.7 + share * 0.05, 9);
      const monthly = (record.covered_calls * 0.002 * 30) / daysSeen(recount.rows.calls);
      expect(record.verifier_usd).toBeCloseTo(monthly, 9);
    }
    const [mine] = answer.route_keys;
    expect(other.route_keys.find(({ route_key: key }) => key === mine?.route_key)?.today_usd).toBe(
      mine?.today_usd,
    );
  });

  it.each(["cache=hot", "escalation=101", "candidate=gpt-9", "gpu_busy=0", "from=yesterday"])(
    "is refused by name where it says %s",
    async (wrong) => {
      const { error } = (await ask(getSavings, `?${wrong}`, 422)) as { error: { message: string } };
      expect(error.message).toContain(wrong.split("=")[0]);
    },
  );
});
