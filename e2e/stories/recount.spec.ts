import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, makeKey, openSample, test } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";
import { readRawRows } from "@/e2e/recount/raw-rows";
import { daysSeen, recountSaving } from "@/e2e/recount/savings";
import { Recount, type Recounted, UNITS } from "@/e2e/recount/shares";
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
  const perMonth = 30 / daysSeen(recount.rows.calls);
  const rows = page.getByRole("region", { name: "Savings by route key" }).locator("tbody tr");
  const said = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)),
  );
  expect(said).toHaveLength(6);
  const ready = { low: 0, mid: 0, high: 0 };
  for (const [name = "", , today = "", , low = "", mid = "", high = "", ...rest] of said) {
    const again = recountSaving(recount, ({ routeKey }) => routeKey === name.trim());
    if (again === null) throw new Error(`${name} has no interval`);
    expectMoney(today, again.today * perMonth);
    expectMoney(low, again.low * perMonth);
    expectMoney(mid, again.mid * perMonth);
    expectMoney(high, again.high * perMonth);
    if (!rest.includes("route")) continue;
    for (const end of ["low", "mid", "high"] as const) ready[end] += again[end] * perMonth;
  }
  const figure = await textOf(page, "All that is ready to route");
  const [atLeast = "", likely = "", atMost = ""] = figure
    .split("likely")
    .flatMap((part) => part.split("at most"));
  expectMoney(atLeast, ready.low);
  expectMoney(likely, ready.mid);
  expectMoney(atMost, ready.high);
});

async function textOf(page: Page, name: string): Promise<string> {
  return plain(await page.getByRole("region", { name }).innerText());
}

const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** The first amount of a text in US dollars. */
const moneyIn = (text: string): number =>
  Number(/\$([\d,]+(?:\.\d+)?)/.exec(text)?.[1]?.replaceAll(",", "") ?? Number.NaN);

/** What two sums of the same numbers, taken in another order, may differ by. */
const DUST = 1e-6;

/** Ten dollars and more are said to the dollar, less to the cent. */
function expectMoney(text: string, again: number): void {
  const said = moneyIn(text) * (/[\u2212-]\$/.test(text) ? -1 : 1);
  const rounded = Math.abs(again) >= 9.995 ? 0.5 : 0.005;
  expect(Math.abs(said - again), text).toBeLessThanOrEqual(rounded + DUST);
}

/** Shares are rounded to the point, the ends of their intervals outwards. */
function expectShare(text: string, again: Recounted, what = ""): void {
  const share = Math.round((again.share ?? -1) * 100);
  const found = new RegExp(`(\\d+) %(?: \\[(\\d+), (\\d+)\\])? ?${what}`).exec(text);
  expect(Number(found?.[1])).toBe(share);
  if (found?.[2] === undefined) {
    expect(again.high).toBeCloseTo(again.low ?? -1, 9);
    return;
  }
  expect(Number(found[2]), text).toBe(Math.floor((again.low ?? -1) * 100 + DUST));
  expect(Number(found[3]), text).toBe(Math.ceil((again.high ?? -1) * 100 - DUST));
}
