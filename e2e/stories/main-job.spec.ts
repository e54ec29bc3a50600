import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "yaml";
import type { Page } from "@playwright/test";
import { pressable } from "@/e2e/alive";
import { expect, makeWorkspace, test, upload } from "@/e2e/owner";
import { RoutesFile } from "@/lib/routing/routes-file";
import { sampleWorkload } from "@/lib/sample-workload/sample-workload";

const workload = [
  ...sampleWorkload({ seed: "main job", until: new Date("2026-03-01T00:00:00Z"), calls: 500 }),
];
const traces = gzipSync(workload.map((record) => JSON.stringify(record)).join("\n"));

/** How the owner of this story judges each kind of work. */
const VERDICT_KEYS: Record<string, string> = { plan_next_action: "n", reply_to_customer: "u" };

/** How far one is, and the cluster of the item to label beside it: empty until the item has come. */
const progressOf = (page: Page) => page.getByText(/^\d+\sof\s\d+/);
const clusterShown = (page: Page) => progressOf(page).locator("xpath=preceding-sibling::p");

test.describe.configure({ mode: "serial" });

let home = "";

test("a file of traces becomes calls, and the same file again changes nothing", async ({
  page,
}) => {
  home = await makeWorkspace(page, "Main job");
  const count = workload.length.toLocaleString("en-US");
  const file = { name: "support.jsonl.gz", content: traces };
  expect(await upload(page, home, file)).toContain(
    `${count} records = ${count} new calls + 0 known calls + 0 other + 0 unparseable`,
  );
  expect(await upload(page, home, file)).toContain(
    `${count} records = 0 new calls + ${count} known calls + 0 other + 0 unparseable`,
  );
});

test("the calls can be filtered, and the address finds the same view again", async ({ page }) => {
  await page.goto(`${home}/calls`);
  const search = page.getByRole("searchbox");
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("classify");
  await expect(page).toHaveURL(/classify/);
  const rowsOf = (one: Page) => one.getByRole("table", { name: "Calls" }).locator("tbody tr");
  const rows = rowsOf(page);
  const other = pressable(await page.context().newPage());
  await other.goto(page.url());
  await expect(rowsOf(other).first()).toContainText("classify_intent");
  const found = await rowsOf(other).allInnerTexts();
  await other.close();
  // the rows before stand here until those that were typed for have come
  await expect.poll(() => rows.allInnerTexts()).toEqual(found);
  await rows.first().getByRole("link").first().press("Enter");
  await expect(page.getByText("Answered", { exact: true })).toBeVisible();
});

test("a draw is made and labelled to its end by keyboard alone", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`${home}/label/draw`);
  await page.getByLabel("Calls per cluster").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("25");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/label(\?.*)?$/);
  const progress = progressOf(page);
  const named = clusterShown(page);
  const panel = page.getByLabel("Your label");
  await expect(panel).toBeFocused();
  for (let item = 0; item < 150; item += 1) {
    await expect(progress).toHaveText(new RegExp(`^${item} of 150`));
    // as a person does, who decides on nothing that is not there yet
    await expect(named).not.toBeEmpty();
    const cluster = (await named.innerText()).trim();
    await page.keyboard.press("1");
    await page.keyboard.press(VERDICT_KEYS[cluster] ?? "v");
  }
  await expect(page.getByText(/All\s150/)).toBeVisible();
  // the page may close now: what it says is on the server
  await expect.poll(() => savedLabels(page)).toBe(150);
});

test("the overview shows shares with their intervals, and the draft routes follow", async ({
  page,
}) => {
  await page.goto(home);
  await expect(page.getByText(/150\slabels/).first()).toBeVisible();
  const share = page.getByRole("row", { name: /classify_intent.*\[\d+, 100\]/ });
  await page.keyboard.press("t");
  await expect(share).toBeVisible();
  await page.keyboard.type("gr");
  await page.waitForURL(/\/routing$/);
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: /Download/ }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe("main-job.draft.routes.yaml");
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("draft");
  const file = RoutesFile.parse(parse(text));
  expect(parse(text, { version: "1.1" })).toEqual(file);
  expect(file.routes["classify_intent"]).toMatchObject({
    fallback: expect.stringMatching(/./),
    confidence_threshold: 0.85,
  });
  expect(Object.keys(file.routes["plan_next_action"] ?? {})).toEqual(["model"]);
});

/** How many drawn calls the server holds a label of. */
async function savedLabels(page: Page): Promise<number> {
  const answer = await page.request.get(`${home}/overview.json`);
  const { clusters } = (await answer.json()) as { clusters: { labelled: number }[] };
  return clusters.reduce((sum, cluster) => sum + cluster.labelled, 0);
}

const realTraces = process.env.ASSAY_REAL_TRACES ?? "";

for (const [name, count] of [
  ["tau2-bench", "1,126"],
  ["mini-swe-agent", "400"],
] as const) {
  const path = join(realTraces, name, "calls.jsonl.gz");
  test(`the real traces of ${name} go the same way`, async ({ page }) => {
    test.skip(!existsSync(path), "ASSAY_REAL_TRACES names no folder that holds them");
    const own = await makeWorkspace(page, name);
    const file = { name: `${name}.jsonl.gz`, content: readFileSync(path) };
    const sum = `${count} records = ${count} new calls + 0 known calls`;
    expect(await upload(page, own, file)).toContain(sum);
    expect(await upload(page, own, file)).toContain(`0 new calls + ${count} known calls`);
    await page.goto(`${own}/label/draw`);
    await page.getByLabel("Calls per cluster").press("Enter");
    await page.waitForURL(/\/label(\?.*)?$/);
    await expect(page.getByLabel("Your label")).toBeFocused();
    await expect(clusterShown(page)).not.toBeEmpty();
    for (const key of ["v", "n", "u", "x", "z", "v"]) await page.keyboard.press(key);
    await expect(page.getByText(/^4\sof\s\d+/)).toBeVisible();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const routes = await page.request.get(`${own}/routing/routes.yaml`);
    expect(RoutesFile.parse(parse(await routes.text())).routes).toEqual({});
    expect(await routes.text()).toContain("step type");
  });
}
