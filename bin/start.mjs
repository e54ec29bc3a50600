// Plain Node and no dependency: this runs on a fresh clone, before anything is installed.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { assertNode, root, say } from "./project.mjs";

async function start() {
  assertNode();
  process.chdir(root);
  if (existsSync(join(root, ".env"))) {
    process.loadEnvFile(join(root, ".env"));
  }
  const dev = process.argv.includes("--dev");
  // First of all, for an install or a build would pull the ground from under one that runs.
  const lock = takeLock(resolve(root, process.env.ASSAY_DATA_DIR || ".assay"));
  try {
    await install();
    if (!dev) {
      await build();
    }
    const { register } = await import("tsx/esm/api");
    register();
    const { main } = await import("../lib/server/start/main.ts");
    return await main({ dev, root, say, tookOver: lock.tookOver });
  } finally {
    lock.release();
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  process.stderr.write(`\n${error?.name === "ExpectedError" ? error.message : error?.stack}\n`);
  process.exitCode = 1;
}
// What is left in the event loop must not hold a process whose work has ended.
process.exit();
