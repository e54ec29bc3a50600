import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { pressable } from "@/e2e/alive";
import { findChromium } from "@/bin/find-chromium.mjs";
import { ExpectedError } from "@/lib/expected-error";
import { openProduct } from "./bench-product";

/** So many items are labelled, one key each; the first few warm the page up. */
const KEYS = 100;
const WARM_UP = 5;
/** p95 from the key to the paint, in milliseconds. */
const TARGET_MS = 50;

/** Where the strip says which item is shown. */
const SHOWN = "ol button[aria-current]";
/** The item behind it. */
const AHEAD = "ol li:has(button[aria-current]) + li";

type Measured = { name: string; items: number; p50: number; p95: number; worst: number };

/**
 * Measures, in a real browser against a real product, how long the next item takes from the key that
 * decides to the frame that shows it: on the sample workspace, and on files of traces where given.
 */
export async function benchLabel(files: readonly string[]): Promise<void> {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new ExpectedError(`There is no file ${missing}.`);
  const product = await openProduct();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const link = await product.setupLink;
    if (link === null) throw new ExpectedError("The product has an account already.");
    const page = pressable(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
    page.setDefaultTimeout(120_000);
    await setUp(page, link);
    const found = [await measure(page, "the sample workspace", await openSample(page))];
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, or they disturb each other
      found.push(await measure(page, file, await importFile(page, product.baseUrl, file)));
    }
    for (const line of found) process.stdout.write(`${told(line)}\n`);
  } finally {
    await browser.close();
    await product.stop();
  }
}

const told = ({ name, items, p50, p95, worst }: Measured): string =>
  `${name}: key to next item painted, ${items} items: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms${p95 < TARGET_MS ? "" : `, over ${TARGET_MS} ms`}`;

async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill("Bench");
  await page.getByLabel("Email").fill("bench@example.org");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create the owner’s account" }).click();
  await page.getByRole("heading", { name: "Welcome, Bench" }).waitFor();
}

async function openSample(page: Page): Promise<string> {
  await page.goto(new URL("/workspaces/new", page.url()).href);
  await page.getByRole("button", { name: "Open the sample workspace" }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  return page.url();
}

async function importFile(page: Page, baseUrl: string, file: string): Promise<string> {
  await page.goto(`${baseUrl}/workspaces/new`);
  await page.getByLabel("Name").fill(`Bench ${file.split("/").at(-2) ?? "traces"}`);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL(/\/w\/[^/]+\/imports$/);
  const home = page.url().replace(/\/imports$/, "");
  await page.getByLabel("Trace files").setInputFiles(join(file));
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole("region", { name: "Receipt" }).waitFor();
  return home;
}

/** Draws enough calls, and labels them one key after the other, as fast as the page shows them. */
async function measure(page: Page, name: string, home: string): Promise<Measured> {
  await page.goto(`${home}/label/draw?n=${2 * KEYS}&second=0&k=`);
  await page.getByLabel("Calls per cluster").press("Enter");
  await page.waitForURL(/\/label\?draw=/);
  const shown = page.locator(SHOWN);
  await shown.waitFor();
  await page.evaluate(watchPaints, SHOWN);
  const times: number[] = [];
  for (let key = 0; key < KEYS + WARM_UP; key += 1) {
    // oxlint-disable-next-line no-await-in-loop -- nobody reads as fast: the next item has come by then
    await page.locator(AHEAD).waitFor();
    // oxlint-disable-next-line no-await-in-loop -- a hand presses one key after the other
    const before = await page.evaluate(readPlace, SHOWN);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.keyboard.press("v");
    // oxlint-disable-next-line no-await-in-loop -- as above
    const took = await page.waitForFunction(readPaint, before);
    // oxlint-disable-next-line no-await-in-loop -- as above
    times.push((await took.jsonValue()) as number);
  }
  const sorted = times.slice(WARM_UP).toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { name, items: sorted.length, p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0 };
}

type Watched = { place: string | null; took: number | null };

/** Runs in the page: which item the strip marks, by its number. */
function readPlace(selector: string): string | null {
  const label = document.querySelector(selector)?.getAttribute("aria-label") ?? null;
  return label === null ? null : (label.split(":")[0] ?? null);
}

/** Runs in the page: notes how long each item took from the key to the end of its frame. */
function watchPaints(selector: string): void {
  const state: Watched = { place: null, took: null };
  (globalThis as unknown as { assayBench: Watched }).assayBench = state;
  let pressed = 0;
  document.addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  new MutationObserver(() => {
    const label = document.querySelector(selector)?.getAttribute("aria-label") ?? "";
    const place = label.split(":")[0] ?? null;
    if (label === "" || place === state.place) return;
    const from = pressed;
    requestAnimationFrame(() => {
      // a task after the frame's own work: by then it has been painted
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () =>
        Object.assign(state, { place, took: performance.now() - from }),
      );
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page: the time of the paint, once another item than this is shown. */
function readPaint(before: string | null): number | false {
  const { place, took } = (globalThis as unknown as { assayBench: Watched }).assayBench;
  return took !== null && place !== null && place !== before ? took : false;
}
