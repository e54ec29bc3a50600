import { defineConfig } from "@playwright/test";
import { findChromium } from "@/bin/find-chromium.mjs";

const executablePath = findChromium();

/** What Chromium needs to run as root and to stay silent on the network. */
const rootFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "stories",
  outputDir: "../.test/stories",
  globalSetup: "./server.ts",
  // Each worker has a product of its own; the stories of a file tell one tale, in order.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  // A slow machine is no failure: waits end when the page is there.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    // Recording takes as much of the processor as the browser; a failure shows its page in words,
    // and `npm run e2e -- --trace on` shows all of it.
    trace: "off",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? rootFlags : [],
    },
  },
});
