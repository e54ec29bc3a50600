import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { expected, run, runTool, say } from "./project.mjs";

/**
 * The browser the stories run in: CHROMIUM_PATH, else the one Playwright downloaded, else the
 * system's.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    throw expected(`CHROMIUM_PATH names ${given}, which is not there.`);
  }
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  const places = [given, chromium.executablePath(), "/usr/bin/chromium"];
  return places.find((path) => path && existsSync(path)) ?? null;
}

/**
 * Finds the browser, or gets one.
 *
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) {
    return found;
  }
  say("Downloading a browser for the stories (playwright install chromium)");
  const download = await runTool("playwright", ["install", "chromium"]);
  const downloaded = download.code === 0 ? findChromium() : null;
  if (downloaded) {
    return downloaded;
  }
  if (process.getuid?.() === 0) {
    say("Installing a browser for the stories (apt-get install chromium)");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
  }
  const installed = findChromium();
  if (!installed) {
    throw expected(
      `${download.output.trim()}\nThere is no browser for the stories. Install Chromium, or set CHROMIUM_PATH.`,
    );
  }
  return installed;
}
