import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expected, root, run, say } from "./project.mjs";

/**
 * Installs what package-lock.json names, if that was not done since it changed.
 *
 * @param {{ withTests?: boolean }} [options] withTests: also what only the tests need
 */
export async function install({ withTests = false } = {}) {
  if (isInstalled() && (!withTests || existsSync(join(root, "node_modules", "vitest")))) {
    return;
  }
  say("Installing the packages (npm ci); the first time takes a minute");
  const args = ["ci", "--no-audit", "--no-fund", ...(withTests ? ["--include=dev"] : [])];
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, [process.env.npm_execpath, ...args]]
    : ["npm", args];
  const { code, output } = await run(npm[0], npm[1]);
  if (code !== 0) {
    throw expected(`${output}\nThe packages could not be installed; npm says why above.`);
  }
}

/** npm writes its own lock file last, so that one being newer means a whole install. */
function isInstalled() {
  const done = join(root, "node_modules", ".package-lock.json");
  return (
    existsSync(done) && statSync(done).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs
  );
}
