import { pressable } from "@/e2e/alive";
import { expect, makeWorkspace, OWNER, test } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";
import { openProductDatabase } from "@/lib/server/bench/bench-product";

test("the set-up link works once, and nobody comes in without an account", async ({
  page,
  browser,
}) => {
  const home = await makeWorkspace(page, "Closed house");
  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const outside = pressable(await stranger.newPage());
  await outside.goto(OWN.setupLink);
  await expect(outside.getByRole("heading", { name: "Assay is set up" })).toBeVisible();
  await outside.goto(home);
  await expect(outside).toHaveURL(/\/sign-in$/);
  for (const path of ["/calls.json", "/calls.csv", "/routing/routes.yaml", "/overview.json"]) {
    const answer = await outside.request.get(`${home}${path}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(401);
  }
  const sent = await outside.request.post(`${home}/imports/upload?name=x`, { data: "{}" });
  expect(sent.status()).toBe(401);
  const api = await outside.request.post("/api/v1/imports", { data: "{}" });
  expect(api.status()).toBe(401);
  await stranger.close();
});

test("a session's cookie is out of reach of scripts and of other sites", async ({ context }) => {
  const cookies = await context.cookies();
  const session = cookies.find((cookie) => cookie.name.includes("session_token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("one signs out and in again; a wrong password is told, and tries are counted", async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = pressable(await context.newPage());
  await page.goto("/sign-in");
  const signIn = async (password: string) => {
    await page.getByLabel("Email").fill(OWNER.email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn("not the password");
  await expect(page.getByText("No account has this email and password.")).toBeVisible();
  await signIn(OWNER.password);
  await page.waitForURL(/\/w\//);
  await page.getByRole("button", { name: "Account" }).first().click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in$/);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const answer = await page.request.post("/api/auth/sign-in/email", {
      data: { email: OWNER.email, password: "guess" },
      headers: { origin: OWN.baseUrl },
    });
    statuses.push(answer.status());
  }
  expect(statuses).toContain(401);
  expect(statuses.at(-1)).toBe(429);
  // the other stories sign in from this address, too
  const sql = openProductDatabase(OWN);
  await sql`DELETE FROM rate_limits`;
  await sql.end();
  await context.close();
});
