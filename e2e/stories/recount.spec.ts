import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import postgres from "postgres";
import { expect, makeKey, openSample, test } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";
import { readRawRows } from "@/e2e/recount/raw-rows";
import { expectMoney, expectPercent, expectShare, moneyIn, plain } from "@/e2e/recount/said";
import { daysSeen, recountSaving, turnsAt } from "@/e2e/recount/savings";
import { Recount, UNITS } from "@/e2e/recount/shares";
import { alphaOfPairs, type ExportedLabel, handLabels } from "@/e2e/recount/verdicts";

// What a person reads on the overview and the cluster pages, beside a recount from the rows of the
// database and the labels that the API exports.

test.describe.configure({ mode: "serial" });

let home = "";
let recount: Recount;

test("the sample is recounted from its rows and its exported labels", async ({ page }) => {
  home = await openSample(page);
  const key = await makeKey(page, home, "read");
  const labels: ExportedLabel[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const answer = await page.request.get(`/api/v1/labels?limit=1000${more}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const read = (await answer.json()) as { rows: ExportedLabel[]; next_cursor: string | null };
    labels.push(...read.rows);
    cursor = read.next_cursor;
  }
  const folder = OWN.folder;
  const { port, password } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"));
  const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/assay`, { max: 1 });
  recount = new Recount(await readRawRows(sql, home.replace("/w/", "")), labels);
  await sql.end();
  expect(recount.rows.calls.length).toBeGreaterThan(1000);
});

for (const unit of UNITS) {
  test(`the overview says the share of ${unit} that the recount gives`, async ({ page }) => {
    await page.goto(`${home}?unit=${encodeURIComponent(unit)}`);
    const headline = await textOf(page, "The audit in three figures");
    expectShare(headline, recount.share(unit), `of ${unit} viable`);
    const hand = [...handLabels(recount.labels).values()];
    expect(headline).toContain(`${hand.flat().length} labels on ${hand.length} calls · 3 raters`);
    expect(headline).toContain(`α ${(alphaOfPairs(recount.labels) ?? 0).toFixed(2)}`);
    expect(headline).toContain(`${recount.rows.calls.length.toLocaleString("en-US")} calls`);
    const spend = recount.spend(() => true);
    expect(moneyIn(headline)).toBeCloseTo(spend, spend > 100 ? 0 : 1);
  });
}

test("each cluster has the share, the labels and the cost of the recount", async ({ page }) => {
  await page.goto(`${home}?unit=calls`);
  const table = page.getByRole("table", { name: "Viable share by cluster" });
  await page.keyboard.press("t");
  await expect(table).toBeVisible();
  const ids = new Map(recount.rows.calls.map(({ routeKey, cluster }) => [routeKey, cluster]));
  expect(ids.size).toBe(6);
  for (const [name, id] of ids) {
    const again = recount.share("calls", ({ cluster }) => cluster === id);
    const row = await table.getByRole("row", { name: new RegExp(name) }).innerText();
    expectShare(plain(row), again);
    expect(plain(row)).toContain(` ${again.n} `);
    expect(moneyIn(plain(row))).toBeCloseTo(
      recount.spend(({ cluster }) => cluster === id),
      1,
    );
    await page.goto(`${home}/clusters/${id}?unit=calls`);
    const figures = await textOf(page, "The cluster in three figures");
    expectShare(figures, again, "of calls viable");
    expect(figures).toContain(`${again.n} labelled calls, ${again.raters} raters`);
    await page.goBack();
    await page.keyboard.press("t");
    await expect(table).toBeVisible();
  }
});

test("the savings page says what the recount would save, for each route key and in all", async ({
  page,
}) => {
  await page.goto(`${home}/savings`);
  const said = await rowsOf(page.getByRole("region", { name: "Savings by route key" }));
  expect(said).toHaveLength(6);
  const ready = { low: 0, mid: 0, high: 0 };
  for (const [name = "", viable = "", today = "", back = "", ...rest] of said) {
    const [low = "", mid = "", high = "", turns = "", pass = "", , decision] = rest;
    const again = savingOf(name);
    expectShare(viable, again.share);
    expectMoney(today, again.today);
    expectPercent(back, 1 - (again.share.share ?? Number.NaN));
    expectMoney(low, again.low);
    expectMoney(mid, again.mid);
    expectMoney(high, again.high);
    expectPercent(turns, Math.min(1, turnsAt(again)));
    expect(pass, "behind a perfect gate").toBe("0");
    if (decision !== "route") continue;
    for (const end of ["low", "mid", "high"] as const) ready[end] += again[end];
  }
  const figure = await textOf(page, "All that is ready to route");
  const [atLeast = "", likely = "", atMost = ""] = figure
    .split("likely")
    .flatMap((part) => part.split("at most"));
  expectMoney(atLeast, ready.low);
  expectMoney(likely, ready.mid);
  expectMoney(atMost, ready.high);
});

test("the clusters of the savings page cost and save what the recount gives", async ({ page }) => {
  const rows = await tableOf(page, "Cost by cluster");
  expect(rows).toHaveLength(6);
  for (const [name = "", today = "", small = "", escalated = "", saves = ""] of rows) {
    const again = savingOf(name);
    expectMoney(today, again.today);
    expectMoney(small, again.small);
    expectMoney(escalated, again.cold);
    const [mid = "", low = "", high = ""] = saves.match(/\u2212?\$[\d,.]*\d/g) ?? [];
    expectMoney(mid, again.mid);
    expectMoney(low, again.low);
    expectMoney(high, again.high);
  }
});

test("savings add up, the largest first, as in the recount", async ({ page }) => {
  const savers = routeKeys()
    .map((name) => ({ name, usd: savingOf(name).mid }))
    .filter(({ usd }) => usd > 0)
    .toSorted((a, b) => b.usd - a.usd);
  const rows = await tableOf(page, "Savings added up");
  expect(rows.map(([name]) => name)).toEqual(savers.map(({ name }) => name));
  const whole = add(savers.map(({ usd }) => usd));
  for (const [at, [, saves = "", sum = "", part = ""]] of rows.entries()) {
    const before = add(savers.slice(0, at + 1).map(({ usd }) => usd));
    expectMoney(saves, savers[at]?.usd ?? Number.NaN);
    expectMoney(sum, before);
    expectPercent(part, before / whole);
  }
});

test("a saving turns into a cost where the recount says", async ({ page }) => {
  const rows = await tableOf(page, "Saved of today’s cost");
  const routed = (await rowsOf(page.getByRole("region", { name: "Savings by route key" })))
    .filter((cells) => cells.includes("route"))
    .map(([name = ""]) => savingOf(name));
  const of = (costs: "today" | "small" | "cold") => add(routed.map((one) => one[costs]));
  const isOwn = (times = "") => times.endsWith(" (candidate)");
  const fixed = rows.flatMap(([times = ""]) => (isOwn(times) ? [] : [times]));
  expect(fixed).toEqual(["2.0", "5.0", "10", "20", "50", "100"]);
  expect(rows).toHaveLength(fixed.length + 1);
  for (const [times = "", ...parts] of rows) {
    const ratio = isOwn(times) ? of("today") / of("small") : Number(times);
    const small = of("today") / ratio;
    const last = ratio < 10 ? 0.1 : 1;
    expect(Math.abs(Number.parseFloat(times) - ratio)).toBeLessThanOrEqual(last / 2);
    for (const [at, back] of [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1].entries()) {
      expectPercent(parts[at] ?? "", 1 - (small + back * of("cold")) / of("today"));
    }
    const turns = turnsAt({ today: of("today"), small, cold: of("cold") });
    expectPercent(parts.at(-1) ?? "", Math.min(1, turns));
  }
});

test("a day costs what the calls of the day cost", async ({ page }) => {
  const { calls } = recount.rows;
  const rows = await tableOf(page, "Cost per day");
  expect(rows.map(([day]) => day)).toEqual(
    [...new Set(calls.map(({ day }) => day ?? ""))].toSorted(),
  );
  for (const [day, cost = "", count, unpriced] of rows) {
    const own = calls.filter((call) => call.day === day);
    const known = own.filter((call) => recount.cost(call) !== null);
    expectMoney(cost, add(known.map((call) => recount.cost(call) ?? Number.NaN)));
    expect(count).toBe(String(own.length));
    expect(unpriced).toBe(String(own.length - known.length));
  }
});

const routeKeys = () => [...new Set(recount.rows.calls.map(({ routeKey }) => routeKey))];

const add = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** A chart of the savings page as its table. */
async function tableOf(page: Page, name: string): Promise<string[][]> {
  await page.goto(`${home}/savings`);
  await page.keyboard.press("t");
  const table = page.getByRole("table", { name, exact: true });
  await expect(table).toBeVisible();
  return rowsOf(table);
}

/** What routing a route key would save in a month; in the sample it is a cluster. */
function savingOf(name: string) {
  const again = recountSaving(recount, ({ routeKey }) => routeKey === name);
  if (again === null) throw new Error(`${name} has no interval`);
  const perMonth = 30 / daysSeen(recount.rows.calls);
  const { share, ...usd } = again;
  const scaled = Object.entries(usd).map(([of, value]) => [of, value * perMonth]);
  return { ...(Object.fromEntries(scaled) as typeof usd), share };
}

/** The texts of the cells of a table, row by row. */
async function rowsOf(table: Locator): Promise<string[][]> {
  const rows = await table
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)),
    );
  return rows.map((cells) => cells.map((cell) => plain(cell).trim()));
}

async function textOf(page: Page, name: string): Promise<string> {
  return plain(await page.getByRole("region", { name }).innerText());
}
