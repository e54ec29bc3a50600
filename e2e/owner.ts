import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test as base } from "@playwright/test";
import { pressable } from "@/e2e/alive";
import { choose } from "@/e2e/choose";
import { OWN } from "@/e2e/own-product";
import { type KeyScope, SCOPE_WORDS } from "@/lib/workspaces/key-scope";

/** The session of the owner, kept beside what the product stores. */
const stateFile = join(OWN.folder, "owner-session.json");

export const OWNER = {
  name: "Ada Lindqvist",
  email: "ada@example.org",
  password: "correct horse battery",
};

/** Comes in by the one-time link, as the first person does, and keeps the session. */
async function setUp(browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const page = pressable(await context.newPage());
  await page.goto(OWN.setupLink);
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Create the owner’s account" }).click();
  await expect(page.getByRole("heading", { name: `Welcome, ${OWNER.name}` })).toBeVisible();
  await context.storageState({ path: stateFile });
  await context.close();
}

/** Stories of somebody who is signed in as the owner. */
export const test = base.extend<object, { ownerState: string }>({
  ownerState: [
    async ({ browser }, hand) => {
      if (!existsSync(stateFile)) await setUp(browser);
      await hand(stateFile);
    },
    { scope: "worker" },
  ],
  page: async ({ page }, hand) => hand(pressable(page)),
  storageState: async ({ ownerState }, hand) => hand(ownerState),
  baseURL: OWN.baseUrl,
});

/** Makes a workspace and answers with its address. */
export async function makeWorkspace(page: Page, name: string): Promise<string> {
  await page.goto("/workspaces/new");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL(/\/w\/[^/]+\/imports$/);
  return new URL(page.url()).pathname.replace(/\/imports$/, "");
}

/** Opens the sample workspace and answers with its address. */
export async function openSample(page: Page): Promise<string> {
  await page.goto("/workspaces/new");
  await page.getByRole("button", { name: "Open the sample workspace" }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  return new URL(page.url()).pathname;
}

/** Makes an API key in the settings, and answers with its secret. */
export async function makeKey(page: Page, home: string, scope: KeyScope): Promise<string> {
  const name = SCOPE_WORDS[scope];
  await page.goto(`${home}/settings`);
  await page.getByLabel("What is the key for?").fill(name);
  await choose(page.getByLabel("It may"), name);
  await page.getByRole("button", { name: "Make a key" }).click();
  const shown = page.getByRole("note").filter({ hasText: `Copy the key “${name}” now` });
  return (await shown.getByRole("region", { name: "Command" }).first().innerText()).trim();
}

export type GivenFile = { name: string; content: Buffer };

/** Uploads a file and waits for its receipt; the receipt in words. */
export async function upload(page: Page, home: string, file: GivenFile): Promise<string> {
  await page.goto(`${home}/imports`);
  await page.getByLabel("Trace files").setInputFiles({
    name: file.name,
    mimeType: "application/octet-stream",
    buffer: file.content,
  });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  const receipt = page.getByRole("region", { name: "Receipt" });
  return (await receipt.innerText()).replaceAll(/\s+/g, " ");
}

export { expect } from "@playwright/test";
