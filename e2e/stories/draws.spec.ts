import { expectNoBarriersInBothThemes } from "@/e2e/axe";
import { choose } from "@/e2e/choose";
import { expect, makeWorkspace, test, upload } from "@/e2e/owner";
import { DrawRecord } from "@/lib/labelling/draw-record";
import { sampleWorkload } from "@/lib/sample-workload/sample-workload";

const workload = (seed: string) =>
  Buffer.from(
    [...sampleWorkload({ seed, until: new Date("2026-03-01T00:00:00Z"), calls: 300 })]
      .map((record) => JSON.stringify(record))
      .join("\n"),
  );

test.describe.configure({ mode: "serial" });

let home = "";

test("a draw is planned, and what each choice buys is seen before it is made", async ({ page }) => {
  home = await makeWorkspace(page, "Draws");
  await upload(page, home, { name: "calls.jsonl", content: workload("draws one") });
  await page.goto(`${home}/label/draw`);
  const form = page.getByRole("form", { name: "Plan a draw" });
  await expect(form.getByText(/calls in \d+\straces and 6\sclusters/)).toBeVisible();
  const make = form.getByRole("button", { name: /^Draw/ });
  await form.getByLabel("Calls per cluster").fill("10");
  await expect(make).toHaveText(/Draw 60\scalls/);
  const row = form.getByRole("row", { name: /plan_next_action/ });
  await expect(row).toContainText("±");
  await choose(form.getByLabel("Calls of each cluster"), "by their spend");
  await form.getByLabel("Calls in all").fill("72");
  await form.getByLabel("At least per cluster").fill("6");
  await expect(make).toHaveText(/Draw 72\scalls/);
  await form.getByLabel("And by one more on, %").fill("50");
  await expect(form.getByText(/108\slabels/)).toBeVisible();
  // the plan is in the address: it can be sent to somebody, and a reload keeps it
  await expect(page).toHaveURL(/allocation=spend/);
  await expect(page).toHaveURL(/second=50/);
  await page.reload();
  await expect(make).toHaveText(/Draw 72\scalls/);
  await form.getByLabel("Calls in all").fill("none");
  await expect(form.getByRole("alert")).toContainText("whole number");
  await expect(make).toBeDisabled();
  await form.getByLabel("Calls in all").fill("72");
  await make.click();
  await page.waitForURL(/\/label\?draw=1$/);
});

test("it is listed with its coverage, and comes out the same when drawn again", async ({
  page,
}) => {
  await page.goto(`${home}/label/draw`);
  const row = page.getByRole("region", { name: "Draws" }).locator('tr[data-draw="1"]');
  await expect(row).toContainText("72 by spend, at least 6 a cluster");
  // each item gets its second label or not by a number of its own: between none and all of them do
  await expect(row).toContainText(/0 of \d+/);
  const wanted = Number(/0 of (\d+)/.exec(await row.innerText())?.[1]);
  expect(wanted).toBeGreaterThan(72);
  expect(wanted).toBeLessThan(144);
  await row.getByRole("button", { name: "Check" }).click();
  const dialog = page.getByRole("dialog", { name: "Draw 1, drawn again" });
  await expect(dialog).toContainText("Identical");
  await expect(dialog).toContainText(/72\sitems/);
  await page.keyboard.press("Escape");
  const address = await row.getByRole("link", { name: "Record of draw 1" }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  const record = DrawRecord.parse(await answer.json());
  expect(record.items).toHaveLength(72);
  expect(record.strata.reduce((sum, stratum) => sum + stratum.drawn, 0)).toBe(72);
});

test("it is extended by more calls, then by those that came since", async ({ page }) => {
  await upload(page, home, { name: "more.jsonl", content: workload("draws two") });
  await page.goto(`${home}/label/draw`);
  const row = page.getByRole("region", { name: "Draws" }).locator('tr[data-draw="1"]');
  const dialog = page.getByRole("dialog", { name: "Extend draw 1" });
  await row.getByRole("button", { name: "Extend" }).click();
  await dialog.getByLabel("Calls in all").fill("18");
  await dialog.getByRole("button", { name: "Extend the draw" }).click();
  await expect(page.getByText(/18\scalls drawn beside the others/)).toBeVisible();
  // a word that goes by itself would fade while axe looks at it
  await expect(page.getByText(/18\scalls drawn beside the others/)).toHaveCount(0);
  await row.getByRole("button", { name: "Extend" }).click();
  await expectNoBarriersInBothThemes(page);
  await choose(dialog.getByLabel("By"), "Calls that came since");
  await dialog.getByLabel("Calls in all").fill("40");
  await dialog.getByRole("button", { name: "Extend the draw" }).click();
  await expect(row).toContainText(/in 2\sparts/);
  await row.getByRole("button", { name: "Check" }).click();
  const checked = page.getByRole("dialog", { name: "Draw 1, drawn again" });
  await expect(checked).toContainText("Identical");
  await expect(checked).toContainText(/130\sitems/);
});

test("the codebook changes in place, is frozen by a label, and tells its versions apart", async ({
  page,
}) => {
  await page.goto(`${home}/settings/codebook`);
  const form = page.getByRole("form", { name: "Codebook" });
  const preview = page.getByRole("region", { name: "As on the label screen" });
  await form.getByLabel("Question").fill("Would the assumed small model do here?");
  await expect(preview).toContainText("Would the assumed small model do here?");
  await form.getByRole("button", { name: "Save version 1" }).click();
  await expect(page.getByText("Saved: version 1")).toBeVisible();

  await page.goto(`${home}/label?draw=1`);
  const panel = page.getByLabel("Your label");
  await expect(panel).toContainText("Would the assumed small model do here?");
  await expect(panel).toBeFocused();
  // nothing can be decided before the first item has come
  await expect(page.getByRole("button", { name: "Item 1: not labelled" })).toBeVisible();
  await page.keyboard.press("v");
  await expect(page.getByText(/^1\sof\s\d+/)).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.goto(`${home}/settings/codebook`);
  await expect(page.getByText(/It carries \d+\slabels? and is frozen/)).toBeVisible();
  await form.getByLabel("Question").fill("Could the assumed small model do it?");
  const save = form.getByRole("button", { name: "Save as version 2" });
  await expect(save).toBeDisabled();
  await choose(form.getByLabel("What changes"), /^meaning/);
  await expect(form.getByText(/\d+\slabels? will be set aside/)).toBeVisible();
  await choose(form.getByLabel("What changes"), /^wording/);
  await form.getByLabel("Why", { exact: true }).fill("said more plainly");
  await save.click();
  await expect(page.getByText("Saved: version 2")).toBeVisible();

  await page.getByRole("link", { name: "Version 2" }).click();
  const differences = page.getByRole("region", { name: "Differences" });
  await expect(differences).toContainText("Against version 1");
  await expect(differences.locator("ins").first()).toContainText("Could");
  await expect(differences.locator("del").first()).toContainText("Would");

  await page.goto(`${home}/label/draw`);
  const row = page.getByRole("region", { name: "Draws" }).locator('tr[data-draw="1"]');
  await row.getByRole("button", { name: "Use the newest codebook" }).click();
  await expect(row).toContainText("codebook 2");
});

test("a press right after typing is heard, however late the address is written", async ({
  page,
}) => {
  // what waits for a pause in the typing (200 ms) waits until after the next page has been asked for
  await page.addInitScript(() => {
    const { setTimeout: wait } = window;
    const late = (handler: TimerHandler, ms?: number, ...rest: unknown[]) =>
      wait(handler, ms === 200 ? 1500 : ms, ...rest);
    Object.assign(window, { setTimeout: late });
  });
  let written: Promise<void> | null = null;
  await page.route(/\/label\?draw=/, async (route) => {
    // once for all that ask: the address of the next page does not say it any more
    written ??= expect(page).toHaveURL(/n=7/);
    await written;
    await route.continue();
  });
  await page.goto(`${home}/label/draw`);
  const form = page.getByRole("form", { name: "Plan a draw" });
  await form.getByLabel("Calls per cluster").fill("7");
  await form.getByRole("button", { name: /^Draw/ }).click();
  await page.waitForURL(/\/label\?draw=\d+$/);
  expect(written).not.toBeNull();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
