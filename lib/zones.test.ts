import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-zones-"));
  cpSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  cpSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says of a project of these files, as `file: rule`. */
function lint(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const run = spawnSync(process.execPath, [oxlint, "--format=json", ...Object.keys(files)], {
    cwd: folder,
    encoding: "utf8",
  });
  for (const path of Object.keys(files)) rmSync(join(folder, path));
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: { code: string; filename: string }[];
  };
  return diagnostics.map((one) => `${one.filename}: ${one.code}`);
}

const using = (from: string) => `import { thing } from "${from}";\nexport const used = thing;\n`;

describe("the linter holds the zones", () => {
  it.each([
    ["the pure lib reading the database", "lib/a/one.ts", "@/db/client"],
    ["the pure lib reaching the server half", "lib/a/one.ts", "@/lib/server/env"],
    ["the pure lib using node", "lib/a/one.ts", "node:fs"],
    ["the pure lib using react", "lib/a/one.ts", "react"],
    ["the pure lib using drizzle", "lib/a/one.ts", "drizzle-orm"],
    ["a component reading the database", "components/a/one.tsx", "@/db/schema"],
    ["a component calling the server", "components/a/one.tsx", "@/lib/server/gate"],
    ["a component importing a route", "components/a/one.tsx", "@/app/page"],
    ["the database knowing the server", "db/queries/a/one.ts", "@/lib/server/env"],
    ["the database knowing next", "db/queries/a/one.ts", "next/headers"],
    ["the server importing a component", "lib/server/a/one.ts", "@/components/ui/button"],
    ["the server importing a route", "lib/server/a/one.ts", "@/app/page"],
    ["a page reading the database", "app/w/page.tsx", "@/db/queries/a"],
    ["a screen calling the server", "app/w/one-screen.tsx", "@/lib/server/gate"],
    ["a screen using node", "app/w/one-screen.tsx", "node:fs"],
    ["anything climbing out of its folder", "lib/a/one.ts", "../b/two"],
  ])("refuses %s", (_what, path, from) => {
    expect(lint({ [path]: using(from) })).toEqual([`${path}: eslint(no-restricted-imports)`]);
  });

  it.each([
    ["a component using the pure lib", "components/a/one.tsx", "@/lib/display/money"],
    ["the database using the pure lib", "db/queries/a/one.ts", "@/lib/ids"],
    ["the server using the database", "lib/server/a/one.ts", "@/db/client"],
    ["a page using a loader", "app/w/page.tsx", "@/lib/server/a/load-one"],
    ["a screen using its sibling action", "app/w/one-screen.tsx", "./actions"],
  ])("lets pass %s", (_what, path, from) => {
    expect(lint({ [path]: using(from) })).toEqual([]);
  });

  it("refuses a cycle, types included", () => {
    const found = lint({
      "lib/a/one.ts": 'import type { Two } from "./two";\nexport type One = { two: Two | null };\n',
      "lib/a/two.ts": 'import type { One } from "./one";\nexport type Two = { one: One | null };\n',
    });
    expect(found.some((line) => line.endsWith("import(no-cycle)"))).toBe(true);
  });

  it.each(["Math.random()", "Date.now()", "process.env"])("refuses %s in the pure lib", (use) => {
    expect(lint({ "lib/a/one.ts": `export const it = () => ${use};\n` })).toHaveLength(1);
  });
});
