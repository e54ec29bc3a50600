import type { Page } from "@playwright/test";
import { pressable, waitUntilIdle } from "@/e2e/alive";
import { chooseNext } from "@/e2e/choose";
import { expect, openSample, test } from "@/e2e/owner";

/** Each number of the sentences, what is typed into it, and what the figure then must not be. */
const NUMBERS = [
  ["Calls routed, per cent", "80"],
  ["Price of input, USD per million tokens", "0.5"],
  ["Price of output, USD per million tokens", "1.5"],
  ["Judging 1,000 answers, USD", "0.2"],
  ["Calls that come back, per cent; empty takes them from the share", "8"],
  ["More steps, per cent", "3"],
  ["Tuning, USD once per route key", "40"],
] as const;

const overall = (page: Page) => page.getByRole("region", { name: "All that is ready to route" });
const said = async (page: Page) => (await overall(page).innerText()).replaceAll(/\s+/g, " ");

/** Goes to a field by Tab alone, from where the focus is. */
async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  for (let step = 0; step < 60; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    if (await field.evaluate((node) => node === document.activeElement)) return;
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${label}`);
}

test("every assumption is moved by keyboard, and the copied address finds the same view", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const home = await openSample(page);
  await page.goto(`${home}/savings`);
  await expect(overall(page)).toContainText("Saves at least");
  let before = await said(page);
  await page.getByLabel(NUMBERS[0][0], { exact: true }).focus();
  for (const [label, value] of NUMBERS) {
    await tabTo(page, label);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(value);
    await expect.poll(() => said(page), label).not.toBe(before);
    before = await said(page);
  }
  await tabTo(page, "More steps, per cent").catch(() => page.getByLabel("More steps").focus());
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => said(page)).not.toBe(before);
  before = await said(page);

  await chooseNext(page.getByLabel("Gate", { exact: true }), "assumed");
  await chooseNext(page.getByLabel("Prompt cache", { exact: true }), "warm");
  await chooseNext(page.getByLabel("Hosting", { exact: true }), "on an own GPU");
  await expect(page.getByLabel("Bad answers sent back, per cent")).toBeVisible();
  await expect(page.getByLabel("Price of a GPU, USD an hour")).toBeVisible();
  for (const [label, value] of [
    ["Calls that come back, per cent; empty takes them from the share", ""],
    ["Bad answers sent back, per cent", "70"],
    ["Good answers sent back, per cent", "4"],
    ["Price of a GPU, USD an hour", "0.5"],
    ["Tokens read a second", "9000"],
    ["Tokens written a second", "1017"],
    ["GPU busy, per cent", "40"],
  ] as const) {
    before = await said(page);
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    if (value !== "") await page.keyboard.type(value);
    await expect.poll(() => said(page), label).not.toBe(before);
  }
  await expect(page).toHaveURL(/gpu_busy=40/);
  await page.getByRole("button", { name: "Share this view" }).press("Enter");
  await expect(page.getByText("The address of this view is copied")).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toContain(`${home}/savings?`);
  const other = pressable(await context.newPage());
  await other.goto(address);
  await expect(overall(other)).toContainText("Tuning costs");
  const view = await said(other);
  await expect.poll(() => said(page)).toBe(view);
  const files = await other.request.get(`${home}/savings.json?${address.split("?")[1]}`);
  expect((await files.json()) as object).toMatchObject({
    assumptions: { gpu_busy: 40, gate: "assumed", catches: 70, cache: "warm" },
  });
});

test("numbers typed quickly one after the other all stay, also on a slow machine", async ({
  page,
}) => {
  const home = await openSample(page);
  await page.goto(`${home}/savings`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const field = (label: string) => page.getByLabel(label, { exact: true });
  for (const [label, value] of NUMBERS) await field(label).fill(value);
  await expect.poll(() => new URL(page.url()).searchParams.size).toBe(NUMBERS.length);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await waitUntilIdle(page);
  await page.reload();
  for (const [label, value] of NUMBERS) await expect(field(label)).toHaveValue(value);
});

test("each chart is its table by one key, and an own price counts at once", async ({ page }) => {
  const home = await openSample(page);
  await page.goto(`${home}/savings`);
  await expect(overall(page)).toContainText("Saves at least");
  await page.keyboard.press("t");
  for (const name of [
    "Cost by cluster",
    "Savings added up",
    "Saved of today’s cost",
    "Cost per day",
  ]) {
    await expect(page.getByRole("table", { name, exact: true })).toBeVisible();
  }
  const today = /cost \$([\d.,]+) a month today/;
  const before = today.exec(await said(page))?.[1];
  await page.goto(`${home}/settings/prices`);
  await page.getByLabel("Model", { exact: true }).fill("claude-haiku-4-5");
  await page.getByLabel("Input", { exact: true }).fill("9");
  await page.getByLabel("Output", { exact: true }).fill("45");
  await page.getByRole("button", { name: "Add the price" }).click();
  const own = page.getByRole("region", { name: "Own prices", exact: true });
  await expect(own).toContainText("claude-haiku-4-5");
  await page.goto(`${home}/savings`);
  await expect(overall(page)).toContainText("Saves at least");
  expect(today.exec(await said(page))?.[1]).not.toBe(before);
  await page.goto(`${home}/settings/prices`);
  await page.getByRole("button", { name: "Retire the price of claude-haiku-4-5" }).click();
  await expect(own).toContainText("retired");
  await page.goto(`${home}/savings`);
  await expect(overall(page)).toContainText("Saves at least");
  expect(today.exec(await said(page))?.[1]).toBe(before);
});

test("a projection is kept, and is read as it was", async ({ page }) => {
  const home = await openSample(page);
  await page.goto(`${home}/savings?cache=warm`);
  await expect(overall(page)).toContainText("Saves at least");
  const figure = (await said(page)).split(/ \d+ route key/)[0] ?? "";
  const name = `Kept by a story ${Date.now()}`;
  await page.getByLabel("What is this projection for?").fill(name);
  await page.getByRole("button", { name: "Keep this projection" }).click();
  await page.getByRole("link", { name: new RegExp(name) }).click();
  await page.waitForURL(/\/savings\/kept\/\d+$/);
  const kept = page.getByRole("region", { name: "The kept figure" });
  await expect(kept).toContainText("Saves at least");
  const text = (await kept.innerText()).replaceAll(/\s+/g, " ");
  expect(text).toContain(figure.trim());
  await expect(page.getByText("prompt cache of escalated calls")).toBeVisible();
});
