import { type Browser, expect, type Page } from "@playwright/test";
import { pressable } from "@/e2e/alive";
import { choose } from "@/e2e/choose";
import { OWN } from "@/e2e/own-product";
import type { Role } from "@/lib/workspaces/role";

/** What people who come by an invitation in a story sign in with. */
export const PASSWORD = "correct horse battery";

export const emailOf = (name: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.org`;

/** Makes an invitation in the settings of a workspace, and answers with its link. */
export async function invite(page: Page, home: string, role: Role): Promise<string> {
  await page.goto(`${home}/settings/people`);
  const note = `a ${role}, ${Math.random().toString(36).slice(2, 8)}`;
  await page.getByLabel("Whom is it for?").fill(note);
  await choose(page.getByLabel("As", { exact: true }), role);
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const shown = page.getByRole("note").filter({ hasText: `“${note}” as ${role}` });
  return (await shown.getByRole("region", { name: "Invitation link" }).innerText()).trim();
}

/**
 * Opens an invitation in a browser of its own and makes an account by it.
 *
 * @returns the page of the new member, in the workspace; close its context when done.
 */
export async function join(browser: Browser, link: string, name: string): Promise<Page> {
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: OWN.baseUrl,
  });
  const page = pressable(await context.newPage());
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email").fill(emailOf(name));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make an account and join" }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}
