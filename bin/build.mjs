import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bundleWeb } from "./bundle.mjs";
import { expected, root, runTool, say } from "./project.mjs";

const sources = [
  "app",
  "bin/bundle.mjs",
  "components",
  "db",
  "lib",
  "public",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const stamp = join(root, ".next", "assay-source");

/**
 * Builds the pages if the source is not the one of the last good build.
 *
 * @returns {Promise<boolean>} whether it had to
 */
export async function build() {
  const fingerprint = fingerprintSource();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) {
    return false;
  }
  say("Building the pages; the first time takes a minute");
  // Without its stamp, a build that is cut short is not taken for a good one.
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runTool("next", ["build"], { env });
  if (code !== 0) {
    throw expected(`${output}\nThe pages could not be built; the reason stands above.`);
  }
  await bundleWeb();
  writeFileSync(stamp, fingerprint);
  return true;
}

/** By content, not by date: a checkout there and back needs no new build. */
function fingerprintSource() {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of sources.flatMap((name) => [...listFiles(join(root, name))])) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function* listFiles(path) {
  if (!existsSync(path)) {
    return;
  }
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).toSorted()) {
    if (!name.includes(".test.")) {
      yield* listFiles(join(path, name));
    }
  }
}
