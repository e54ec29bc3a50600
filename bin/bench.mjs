// Measures the product, or (soak) tries it for long: node bin/bench.mjs ingest|label|read|spans|coverage|soak …
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { assertNode, root } from "./project.mjs";

try {
  assertNode();
  // files are named from where one stands
  const from = process.cwd();
  process.chdir(root);
  await install();
  // a simulation needs no pages
  if (process.argv[2] !== "coverage") await build();
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import("../lib/server/bench/main.ts");
  process.exitCode = await main(process.argv.slice(2), process.env.INIT_CWD ?? from);
} catch (error) {
  process.stderr.write(`\n${error?.name === "ExpectedError" ? error.message : error?.stack}\n`);
  process.exitCode = 1;
}
process.exit();
