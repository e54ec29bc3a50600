// Everything that must hold, from a fresh clone on: format, lint, types, tests, build, stories.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureChromium } from "./find-chromium.mjs";
import { install } from "./install.mjs";
import { assertNode, expected, root, runTool, say } from "./project.mjs";
import { readPlaywrightReport, readVitestReport } from "./test-reports.mjs";

const reports = join(root, ".test", "reports");

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @returns {Promise<Count>} */
async function check(tool, args) {
  const { code, output } = await runTool(tool, args);
  if (code !== 0) {
    say(output.trim());
  }
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function types() {
  // Makes next-env.d.ts and the types of the routes, which tsc reads.
  const { code, output } = await runTool("next", ["typegen"]);
  if (code !== 0) {
    say(output.trim());
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return check("tsc", ["--noEmit"]);
}

async function tests(project) {
  const file = join(reports, `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
  const { code } = await runTool("vitest", [...args, `--outputFile.json=${file}`], { show: true });
  return readVitestReport(file, code);
}

let isBuilt = false;

async function production() {
  await build();
  isBuilt = true;
  return { passed: 1, failed: 0, skipped: 0 };
}

async function stories() {
  if (!isBuilt) {
    throw expected("The stories were not told, for there is no build to tell them with.");
  }
  const file = join(reports, "stories.json");
  const env = {
    ...process.env,
    CHROMIUM_PATH: await ensureChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    PLAYWRIGHT_HTML_OPEN: "never",
  };
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"];
  const { code } = await runTool("playwright", args, { env, show: true });
  return readPlaywrightReport(file, code);
}

const steps = [
  ["Format", () => check("oxfmt", ["--check"])],
  ["Lint", () => check("oxlint", ["--deny-warnings"])],
  ["Types", types],
  ["Nothing unused", () => check("knip", ["--no-progress"])],
  ["Unit and property tests", () => tests("unit")],
  ["Database tests", () => tests("db")],
  ["Production build", production],
  ["Stories in a browser", stories],
];

/** Runs a step; one that throws has failed, and the others go on. */
async function runStep([name, step]) {
  say(`\n== ${name}`);
  const startedAt = performance.now();
  let count;
  try {
    count = await step();
  } catch (error) {
    say(error.name === "ExpectedError" ? error.message : error.stack);
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  if (count.passed + count.failed === 0) {
    say("No test ran, which counts as a failure.");
    count = { ...count, failed: 1 };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`-- ${name}: ${count.failed === 0 ? "ok" : "FAILED"} after ${seconds} s`);
  return { name, seconds, ...count };
}

const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

async function main() {
  assertNode();
  process.chdir(root);
  await install({ withTests: true });
  rmSync(join(root, ".test"), { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const results = [];
  for (const step of steps) {
    results.push(await runStep(step));
  }
  say("\n== Summary");
  for (const result of results) {
    say(`${result.name}: ${line(result)} (${result.seconds} s)`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  say(`\n${line(total)}`);
  return total.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error.name === "ExpectedError" ? error.message : error.stack);
  say("\n0 passed, 1 failed");
  process.exitCode = 1;
}
