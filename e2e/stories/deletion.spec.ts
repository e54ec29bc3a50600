import type { Page } from "@playwright/test";
import { expectNoBarriersInBothThemes } from "@/e2e/axe";
import { expect, makeWorkspace, test, upload } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";
import { openProductDatabase } from "@/lib/server/bench/bench-product";

const DAY_MS = 86_400_000;

/** So many calls of one run that began so many days ago. */
const run = (name: string, calls: number, daysAgo: number): object[] =>
  Array.from({ length: calls }, (_, n) => ({
    trace_id: name,
    span_id: `${name} ${n}`,
    step_type: "answer",
    model: "gpt-4.1",
    provider: "openai",
    messages: [{ role: "user", content: `question ${n} of ${name}` }],
    response: { role: "assistant", content: "so" },
    input_tokens: 1000,
    output_tokens: 100,
    started_at: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
  }));

test.describe.configure({ mode: "serial" });

let home = "";

/** Tabs until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole("button", { name, exact: true });
  await expect(target).toBeEnabled();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(target).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
}

/** Confirms an open dialog by keyboard, once it says what will go. */
async function confirm(page: Page, title: string, doomed: RegExp): Promise<void> {
  const dialog = page.getByRole("dialog", { name: title });
  await expect(dialog).toContainText(doomed);
  await tabTo(page, "Delete for good");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
}

/** The totals follow, and the lists. */
async function expectLeft(page: Page, calls: number, traces: number): Promise<void> {
  await page.goto(home);
  await expect(page.getByRole("region", { name: "The audit in three figures" })).toContainText(
    new RegExp(`(?<![0-9])${calls}\\scalls`),
  );
  const { rows } = await (await page.request.get(`${home}/traces.json`)).json();
  expect(rows).toHaveLength(traces);
  const list = await (await page.request.get(`${home}/calls.json`)).json();
  expect(list.rows).toHaveLength(calls);
}

test("a trace goes, by keyboard, after its dialog has said what goes with it", async ({ page }) => {
  home = await makeWorkspace(page, "Deletions");
  const records = [...run("mistaken", 3, 2), ...run("kept", 4, 2), ...run("old", 5, 400)];
  const content = Buffer.from(records.map((record) => JSON.stringify(record)).join("\n"));
  expect(await upload(page, home, { name: "runs.jsonl", content })).toContain("12 new calls");
  await expectLeft(page, 12, 3);
  await page.goto(`${home}/traces?q=mistaken`);
  await page.getByRole("link", { name: "mistaken" }).first().press("Enter");
  await page.getByRole("button", { name: "Delete this trace" }).press("Enter");
  await expect(page.getByRole("dialog")).toContainText(/3\scalls/);
  await expectNoBarriersInBothThemes(page);
  await confirm(page, "Delete this trace?", /3\scalls/);
  await expect(page).toHaveURL(/\/settings#data$/);
  await expect(page.getByText(/A trace: 3\scalls deleted/)).toBeVisible();
  await expectLeft(page, 9, 2);
});

test("everything older than some days goes, with its progress", async ({ page }) => {
  await page.goto(`${home}/settings`);
  const days = page.getByLabel("Older than, days");
  await days.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("30");
  await tabTo(page, "Delete what is older");
  await page.keyboard.press("Enter");
  await confirm(page, "Delete everything older than 30 days?", /5\scalls/);
  await expect(page.getByText(/What is older than .*: 5\scalls deleted/)).toBeVisible();
  await expectLeft(page, 4, 1);
});

test("a workspace goes once its name is typed, and leaves nothing behind", async ({ page }) => {
  const sql = openProductDatabase(OWN);
  const [workspace] = await sql`SELECT id FROM workspaces WHERE slug = ${home.replace("/w/", "")}`;
  await page.goto(`${home}/settings`);
  await page.getByRole("button", { name: "Delete this workspace" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete the workspace “Deletions”?" });
  await expect(dialog).toContainText(/4\scalls/);
  await expect(dialog.getByRole("button", { name: "Delete for good" })).toBeDisabled();
  await dialog.getByLabel("Type “Deletions” to delete it").focus();
  await page.keyboard.type("Deletions");
  await confirm(page, "Delete the workspace “Deletions”?", /4\scalls/);
  await expect(page).not.toHaveURL(/\/settings/);
  expect((await page.goto(home))?.status()).toBe(404);
  for (const table of ["calls", "traces", "nodes", "totals", "imports", "workspaces"]) {
    const key = table === "workspaces" ? "id" : "workspace_id";
    const left = async () => {
      const [row] = await sql`
        SELECT count(*)::int AS rows FROM ${sql(table)} WHERE ${sql(key)} = ${workspace?.id}`;
      return row?.rows;
    };
    await expect.poll(left, table).toBe(0);
  }
  await sql.end();
});
