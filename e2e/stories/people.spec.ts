import { pressable } from "@/e2e/alive";
import { findBarriers } from "@/e2e/axe";
import { choose } from "@/e2e/choose";
import { expect, makeWorkspace, OWNER, test } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";
import { emailOf, invite, join, PASSWORD } from "@/e2e/people";

test("a link lets one person in, once; their role follows them, and removal locks them out", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const home = await makeWorkspace(page, "Team of two");
  const link = await invite(page, home, "viewer");
  await expect(page.getByRole("region", { name: "Open invitations" })).toContainText("viewer");
  const nell = await join(browser, link, "Nell Okafor");
  expect(new URL(nell.url()).pathname).toBe(home);

  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const outside = pressable(await stranger.newPage());
  await outside.goto(link);
  await expect(
    outside.getByRole("heading", { name: "This invitation has been used" }),
  ).toBeVisible();
  await outside.goto(link.slice(0, -3));
  await expect(outside.getByRole("heading", { name: "There is no such invitation" })).toBeVisible();
  await stranger.close();

  await nell.goto(`${home}/settings/people`);
  await expect(nell.getByRole("region", { name: "Members", exact: true })).toContainText(
    "Nell Okafor",
  );
  await expect(nell.getByRole("button", { name: "Make an invitation" })).toBeHidden();
  await nell.goto(`${home}/settings/audit`);
  await expect(nell.getByRole("heading", { name: "The audit log is for admins" })).toBeVisible();

  await page.goto(`${home}/settings/people`);
  const members = page.getByRole("region", { name: "Members", exact: true });
  await expect(members.getByText("last owner, stays")).toBeVisible();
  await choose(page.getByLabel("Role of Nell Okafor"), "admin");
  await expect(page.getByText("Nell Okafor is admin from now on")).toBeVisible();
  await nell.reload();
  await expect(nell.getByRole("region", { name: "Audit log" })).toContainText(
    "made Nell Okafor admin, who was viewer",
  );
  await nell.goto(`${home}/settings/audit?kind=people&actor=nobody`);
  await expect(nell.getByText("Nothing was done that fits")).toBeVisible();
  const csv = await nell.request.get(`${home}/audit.csv?kind=people`);
  expect(await csv.text()).toMatch(/member\.join.*came in as viewer/);
  await nell.goto(`${home}/settings/people`);
  await expect(nell.getByLabel(`Role of ${OWNER.name}`)).toBeHidden();

  await page.getByRole("button", { name: "Remove Nell Okafor" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(members).not.toContainText("Nell Okafor");
  const locked = await nell.request.get(`${home}/calls.json`);
  expect(locked.status()).toBe(404);
  await nell.goto(home);
  await expect(nell.getByText("Nothing at this address")).toBeVisible();
  await nell.context().close();
});

test("who has an account joins by signing in, by one press, and leaves again", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const first = await makeWorkspace(page, "First team");
  const second = await makeWorkspace(page, "Second team");
  const sam = await join(browser, await invite(page, first, "reviewer"), "Sam Adeyemi");
  const link = await invite(page, second, "viewer");

  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: OWN.baseUrl,
  });
  const elsewhere = pressable(await context.newPage());
  await elsewhere.goto(link);
  expect(await findBarriers(elsewhere)).toEqual([]);
  await elsewhere.getByRole("link", { name: "I have an account: sign in" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await elsewhere.getByLabel("Email").fill(emailOf("Sam Adeyemi"));
  await elsewhere.getByLabel("Password").fill(PASSWORD);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await elsewhere.getByRole("button", { name: "Join as Sam Adeyemi" }).click();
  await elsewhere.waitForURL(new RegExp(`${second}$`));
  await elsewhere.goto(link);
  await expect(
    elsewhere.getByRole("heading", { name: /are in Second team already/ }),
  ).toBeVisible();

  await elsewhere.goto(`${second}/settings/people`);
  await elsewhere.getByRole("button", { name: "Leave" }).click();
  await elsewhere.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await elsewhere.waitForURL(new RegExp(`${first}$`));
  await elsewhere.goto(second);
  await expect(elsewhere.getByText("Nothing at this address")).toBeVisible();
  await context.close();
  await sam.context().close();
});

test("a revoked link lets nobody in", async ({ page, browser }) => {
  const home = await makeWorkspace(page, "Changed our mind");
  const link = await invite(page, home, "owner");
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await expect(page.getByText("No invitation is open.")).toBeVisible();
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const outside = pressable(await context.newPage());
  await outside.goto(link);
  await expect(outside.getByRole("heading", { name: "was taken back" })).toBeVisible();
  await context.close();
});

test("the palette goes anywhere by keyboard, and j, k and Enter walk a list", async ({ page }) => {
  const home = await makeWorkspace(page, "Keyboard only");
  const records = ["plan", "extract"].map((step) => ({
    step_type: step,
    model: "gpt-4.1",
    messages: [{ role: "user", content: `please ${step} the zebra` }],
    response: { role: "assistant", content: step },
  }));
  await page.getByLabel("Trace files").setInputFiles({
    name: "zebra.jsonl",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(records.map((record) => JSON.stringify(record)).join("\n")),
  });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  const palette = page.getByRole("combobox", { name: "Search and go" });
  const open = async () => {
    // one that is still closing is not the one to type in
    await expect(palette).toHaveCount(0);
    await page.keyboard.press("Control+k");
    await expect(palette).toBeFocused();
  };
  await open();
  await page.keyboard.type("people");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/settings\/people$/);

  await open();
  await expect(page.getByRole("option", { name: "zebra.jsonl" })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.type("extract");
  await expect(
    page.getByRole("option", { name: "extract", exact: true, selected: true }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/clusters\/[0-9a-f-]{36}/);

  await page.goto(`${home}/calls`);
  const rows = page.locator("[data-row-link]");
  await expect(rows).toHaveCount(2);
  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/calls\/[0-9a-f-]{36}/);
});
