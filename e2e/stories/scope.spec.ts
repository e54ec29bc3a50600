import type { Page } from "@playwright/test";
import { expectNoBarriersInBothThemes } from "@/e2e/axe";
import { choose } from "@/e2e/choose";
import { expect, makeWorkspace, test, upload } from "@/e2e/owner";

/** Conversations as a benchmark records them: an agent of the team, and a simulated customer. */
function simulatedRuns(): object[] {
  return Array.from({ length: 160 }, (_, n) => {
    const run = Math.floor(n / 4);
    const isCustomer = n % 2 === 1;
    return {
      trace_id: `run ${run}`,
      span_id: `call ${n}`,
      agent: isCustomer ? "user_simulator" : "llm_agent",
      step_type: isCustomer ? "speak" : "answer",
      environment: run % 2 === 0 ? "production" : "staging",
      model: "gpt-4.1",
      provider: "openai",
      messages: [{ role: "user", content: `turn ${n}` }],
      response: { role: "assistant", content: `word ${n}` },
      tools: [],
      input_tokens: 1000,
      output_tokens: 100,
      started_at: `2026-03-${String(1 + (run % 10)).padStart(2, "0")}T10:00:00Z`,
      latency_ms: 400,
      error: null,
      correct: null,
    };
  });
}

test.describe.configure({ mode: "serial" });

let home = "";
let address = "";
let narrowed = "";

const scope = (page: Page) => page.getByRole("region", { name: "Scope" });
const figures = async (page: Page) =>
  (await page.getByRole("region", { name: "The audit in three figures" }).innerText()).replaceAll(
    /\s+/g,
    " ",
  );

test("the overview is narrowed to days, an environment, and without the simulated customer", async ({
  page,
}) => {
  home = await makeWorkspace(page, "Scopes");
  const content = Buffer.from(
    simulatedRuns()
      .map((record) => JSON.stringify(record))
      .join("\n"),
  );
  expect(await upload(page, home, { name: "runs.jsonl", content })).toContain("160 new calls");
  await page.goto(home);
  await expect(scope(page)).toContainText("all calls");
  await expect.poll(() => figures(page)).toContain("160 calls · 2 clusters");
  await page.getByRole("button", { name: "Change scope" }).click();
  const dialog = page.getByRole("dialog", { name: "Scope" });
  await dialog.getByLabel("From", { exact: true }).fill("2026-03-02");
  await dialog.getByLabel("To", { exact: true }).fill("2026-03-01");
  await expect(dialog.getByText("The last day lies before the first")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Apply" })).toBeDisabled();
  await expectNoBarriersInBothThemes(page);
  await dialog.getByLabel("To", { exact: true }).fill("2026-03-05");
  await dialog.getByRole("checkbox", { name: "production" }).click();
  await expect(dialog.getByText("named like a simulated customer")).toBeVisible();
  await dialog.getByRole("button", { name: "Leave out user_simulator" }).click();
  await expect(dialog.getByRole("checkbox", { name: /user_simulator/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Apply" }).click();
  // of 40 runs every other is of production, and of ten days two of these four
  await expect(scope(page)).toContainText("16 of 160");
  await expect(scope(page)).toContainText("2026-03-02 to 2026-03-05");
  await expect(scope(page)).toContainText("without user_simulator");
  await expect.poll(() => figures(page)).toContain("16 calls · 1 cluster");
  narrowed = await figures(page);
  address = page.url();
});

test("its address finds the same view again, and its files say the scope", async ({ page }) => {
  await page.goto(address);
  await expect(scope(page)).toContainText("16 of 160");
  await expect.poll(() => figures(page)).toBe(narrowed);
  const href = await page.getByRole("link", { name: "JSON" }).getAttribute("href");
  const file = await (await page.request.get(href ?? "")).json();
  expect(file).toMatchObject({
    calls: 16,
    scope: {
      from: "2026-03-02",
      to: "2026-03-05",
      environments: ["production"],
      without_agents: ["user_simulator"],
      calls: 16,
      of_calls: 160,
    },
  });
  // the scope of an address goes along to the other screens of the audit, by key and by the sidebar
  await page.keyboard.type("gk");
  await expect(page).toHaveURL(/\/clusters\?from=2026-03-02/);
  await page.getByRole("link", { name: "Calls", exact: true }).click();
  await expect(page).toHaveURL(/\/calls\?from=2026-03-02/);
  await expect(page.getByRole("region", { name: "Scope" })).toContainText("16 of 160");
  const json = page.getByRole("link", { name: "JSON" });
  await expect(json).toHaveAttribute("href", /\/calls\.json\?/);
  const calls = await json.getAttribute("href");
  const list = await (await page.request.get(calls ?? "")).json();
  expect(list.rows).toHaveLength(16);
  expect(list.scope).toMatchObject({ from: "2026-03-02", calls: 16, of_calls: 160 });
  await page.goto(address);
  await scope(page).getByRole("button", { name: "Take away: production" }).click();
  await expect(scope(page)).toContainText("32 of 160");
  await page.getByRole("button", { name: "Whole data" }).click();
  await expect(scope(page)).toContainText("all calls");
  await expect.poll(() => figures(page)).toContain("160 calls");
});

test("a draw made in the scope keeps it", async ({ page }) => {
  await page.goto(address);
  await page.getByRole("link", { name: "Draw calls to label" }).click();
  await page.waitForURL(/label\/draw\?/);
  await expect(scope(page)).toContainText("16 of 160");
  await page.getByRole("button", { name: /^Draw \d/ }).click();
  await page.waitForURL(/\/label\?draw=1$/);
  await page.goto(`${home}/label/draw`);
  const row = page.locator("tr[data-draw='1']");
  await expect(row).toContainText("2026-03-02 to 2026-03-05 · production · without user_simulator");
  await expect(row.getByRole("cell", { name: "16", exact: true })).toBeVisible();
});

test("an admin makes it the workspace's, and says who talks to people", async ({ page }) => {
  await page.goto(address);
  await page.getByRole("button", { name: "Change scope" }).click();
  const dialog = page.getByRole("dialog", { name: "Scope" });
  await dialog.getByRole("button", { name: "Save as the workspace's scope" }).click();
  await expect(page.getByText("This is the workspace's scope now")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${home}$`));
  await page.goto(`${home}/calls`);
  await expect(page.getByText("showing 16 of 16")).toBeVisible();
  await page.goto(`${home}/routing`);
  await expect(page.getByText("without user_simulator", { exact: false }).first()).toBeVisible();
  await page.goto(`${home}/settings/agents`);
  await choose(page.getByLabel("Whether llm_agent talks to people"), "Talks to people");
  await expect(page.getByText("Saved for llm_agent")).toBeVisible();
  await page.goto(`${home}?human_facing=without`);
  await expect(scope(page)).toContainText("80 of 160");
  await expect(scope(page)).toContainText(/80\shuman-facing calls apart/);
  await expect.poll(() => figures(page)).toContain("80 calls · 1 cluster");
});
