import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./project.mjs";

/** The web process in one file of plain JavaScript; the build makes it beside the pages. */
const webFile = join(".next", "assay", "web.mjs");

/**
 * Writes the web process into one file. Run through tsx instead, as while developing, it takes 110 MB
 * more: tsx then stands between Node and every module of Next as well.
 */
export async function bundleWeb() {
  // tsx brings it along, and it is that one which the rest of our TypeScript is run by
  const tsx = createRequire(import.meta.url).resolve("tsx/package.json");
  const { build } = createRequire(tsx)("esbuild");
  await build({
    entryPoints: [join(root, "lib/server/start/web.ts")],
    outfile: join(root, webFile),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
    logLevel: "silent",
  });
}
