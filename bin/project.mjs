import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The file that runs when one types the name of an installed tool. */
export const toolFiles = {
  knip: "knip/bin/knip.js",
  next: "next/dist/bin/next",
  oxfmt: "oxfmt/bin/oxfmt",
  oxlint: "oxlint/bin/oxlint",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
};

/** @param {keyof typeof toolFiles} tool */
export const toolPath = (tool) => join(root, "node_modules", toolFiles[tool]);

export const say = (line) => process.stdout.write(`${line}\n`);

/** A failure whose message is all a person needs. */
export function expected(message) {
  const error = new Error(message);
  error.name = "ExpectedError";
  return error;
}

/** Stops with advice on a Node that is too old; the same bound as `engines` in package.json. */
export function assertNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw expected(
      `Assay needs Node 20.19 or newer; this is ${process.versions.node}. Get a newer one at https://nodejs.org`,
    );
  }
}

/** Tools see a pipe, not the terminal, so they are told whether there is one to colour for. */
function withColour({ FORCE_COLOR: _, NO_COLOR: __, ...env }) {
  return process.stdout.isTTY ? { ...env, FORCE_COLOR: "1" } : { ...env, NO_COLOR: "1" };
}

/**
 * Runs a program from the root and collects what it writes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean }} [options] show: pass the output on as well
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: withColour(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      if (show) {
        process.stdout.write(chunk);
      }
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.once("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs an installed tool with this same Node. */
export const runTool = (tool, args, options) =>
  run(process.execPath, [toolPath(tool), ...args], options);
