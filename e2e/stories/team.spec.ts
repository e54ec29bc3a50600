import type { Page, Response } from "@playwright/test";
import { waitUntilIdle } from "@/e2e/alive";
import { expect, makeKey, makeWorkspace, test, upload } from "@/e2e/owner";
import { invite, join } from "@/e2e/people";
import { sampleWorkload } from "@/lib/sample-workload/sample-workload";

const workload = [
  ...sampleWorkload({ seed: "team", until: new Date("2026-03-01T00:00:00Z"), calls: 400 }),
];
const traces = Buffer.from(workload.map((record) => JSON.stringify(record)).join("\n"));

/** Six clusters, five calls of each, each call labelled by two. */
const ITEMS = 30;
/** Ann alone says "no model needed", and alone writes notes with this word. */
const SECRET = "zebra crossing";
const TELLS = [/zebra/i, /\\*"verdict\\*":\s*\\*"no_model_needed\\*"/];

test.describe.configure({ mode: "serial", timeout: 240_000 });

let home = "";
let ann: Page;
let bob: Page;

test.afterAll(async () => {
  await ann?.context().close();
  await bob?.context().close();
});

/** Every text that the server sends to a browser from now on. */
function listen(page: Page): { bodies: () => Promise<string[]> } {
  const reading: Promise<string>[] = [];
  page.context().on("response", (response: Response) => {
    const type = response.headers()["content-type"] ?? "";
    if (/html|json|x-component|text\/plain|csv|yaml/.test(type)) {
      // a body that went with its page cannot be read, and was not seen either
      reading.push(response.text().catch(() => ""));
    }
  });
  return { bodies: () => Promise.all(reading) };
}

const progressOf = (page: Page) => page.getByText(/^\d+\sof\s\d+/);
const panelOf = (page: Page) => page.getByLabel("Your label");

/** Opens the queue, and waits until every item that this person can reach has come. */
async function sitDown(page: Page, query = ""): Promise<void> {
  // no answer to the page before is to be taken for the one that is waited for
  await page.goto("about:blank");
  const all = page.waitForResponse(async (response) => {
    if (!response.url().endsWith("/label/queue")) return false;
    const answer = (await response.json()) as { atEnd: boolean };
    return answer.atEnd;
  });
  await page.goto(`${home}/label${query}`);
  await all;
  await waitUntilIdle(page);
  await expect(panelOf(page)).toBeFocused();
}

test("the owner brings two people in and draws calls that both label", async ({
  page,
  browser,
}) => {
  home = await makeWorkspace(page, "Team");
  await upload(page, home, { name: "support.jsonl", content: traces });
  ann = await join(browser, await invite(page, home, "reviewer"), "Ann Berg");
  bob = await join(browser, await invite(page, home, "reviewer"), "Bob Chen");
  await page.goto(`${home}/label/draw?n=5&slots=2&second=0`);
  await page.getByLabel("Calls per cluster").press("Enter");
  await page.waitForURL(/\/label(\?.*)?$/);
  await expect(progressOf(page)).toHaveText(new RegExp(`^0 of ${ITEMS}`));
  // what the owner was dealt comes back when the owner leaves
  await sitDown(page);
  await page.goto(home);
  await expect(async () => {
    await ann.goto(`${home}/label`);
    await expect(progressOf(ann)).toHaveText(new RegExp(`^0 of ${ITEMS}`), { timeout: 5_000 });
    await bob.goto(`${home}/label`);
    await expect(progressOf(bob)).toHaveText(new RegExp(`^0 of ${ITEMS}`), { timeout: 5_000 });
  }).toPass();
});

test("both label at once by keyboard alone, and neither is told what the other says", async ({
  page,
}) => {
  const heard = listen(bob);
  await Promise.all([sitDown(ann), sitDown(bob)]);
  await expect(progressOf(ann)).toHaveText(new RegExp(`^0 of ${ITEMS}`));
  await ann.keyboard.press("e");
  await ann.keyboard.type(`${SECRET} 1`);
  await ann.keyboard.press("Escape");
  await expect(panelOf(ann)).toBeFocused();
  await ann.keyboard.press("r");
  await ann.keyboard.press("1");
  await ann.keyboard.press("x");
  for (let item = 1; item < ITEMS / 2; item += 1) {
    await Promise.all([ann.keyboard.press("x"), bob.keyboard.press("v")]);
  }
  await expect(progressOf(ann)).toHaveText(new RegExp(`^${ITEMS / 2} of ${ITEMS}`));
  await expect(progressOf(bob)).toHaveText(new RegExp(`^${ITEMS / 2 - 1} of ${ITEMS}`));
  // who leaves before sends the rest when they come back
  for (const one of [ann, bob]) {
    await expect(one.getByText("Saved", { exact: true })).toBeVisible();
  }

  for (const path of ["", "/clusters", "/calls", "/routing", "/label/mine", "/label/draw"]) {
    await bob.goto(`${home}${path}`);
    await expect(bob.getByRole("main")).toBeVisible();
  }
  await bob.goto(home);
  await expect(bob.getByText(/made from your labels alone/)).toBeVisible();
  const routes = await bob.request.get(`${home}/routing/routes.yaml`);
  expect(routes.status()).toBe(403);
  const bodies = [...(await heard.bodies()), await routes.text()];
  expect(bodies.length).toBeGreaterThan(12);
  for (const tell of TELLS) expect(bodies.filter((body) => tell.test(body))).toEqual([]);

  await page.goto(`${home}/label/draw`);
  const coverage = page.getByRole("row").filter({ hasText: "Label draw 1" });
  await expect(coverage).toContainText("Ann Berg");
  await expect(coverage).toContainText("Bob Chen");
  await expect(coverage).toContainText(`${ITEMS - 1} of ${2 * ITEMS}`);
  expect(await page.content()).not.toMatch(/zebra/i);
});

test("an item that is skipped goes to others, and undo takes the last word back", async () => {
  await sitDown(ann);
  await expect(progressOf(ann)).toHaveText(new RegExp(`^${ITEMS / 2} of ${ITEMS}`));
  await ann.keyboard.press("x");
  await ann.keyboard.press("z");
  await expect(progressOf(ann)).toHaveText(new RegExp(`^${ITEMS / 2} of ${ITEMS}`));
  await ann.keyboard.press("s");
  const dialog = ann.getByRole("dialog", { name: "Skip this item" });
  await expect(dialog.getByLabel("Why")).toBeFocused();
  await ann.keyboard.type("I wrote this prompt");
  await ann.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(progressOf(ann)).toHaveText(
    new RegExp(`^${ITEMS / 2} of ${ITEMS - 1}.* · 1 skipped$`),
  );
});

test("a minute without network loses no label and doubles none", async ({ page }) => {
  await bob.clock.install();
  await sitDown(bob);
  const left = ITEMS - (ITEMS / 2 - 1);
  await bob.context().setOffline(true);
  for (let item = 0; item < left; item += 1) await bob.keyboard.press("v");
  await expect(bob.getByText(`${left} not saved yet`)).toBeVisible();
  await bob.clock.fastForward(61_000);
  await expect(bob.getByText(`${left} not saved yet`)).toBeVisible();
  await bob.context().setOffline(false);
  await expect(bob.getByText("Saved", { exact: true })).toBeVisible();
  await expect(bob.getByText(new RegExp(`All ${ITEMS} items of draw 1`))).toBeVisible();

  const key = await makeKey(page, home, "read");
  const answer = await page.request.get("/api/v1/labels?limit=1000&current=true", {
    headers: { authorization: `Bearer ${key}` },
  });
  const { rows } = (await answer.json()) as { rows: { rater: string; item_id: string }[] };
  const his = rows.filter(({ rater }) => rater === "Bob Chen").map(({ item_id: item }) => item);
  expect(his).toHaveLength(ITEMS);
  expect(new Set(his).size).toBe(ITEMS);
});
