import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { writeFile } from "@/lib/server/bench/generate-file";
import { isWhole, killInImport } from "@/lib/server/bench/kill-story";

let folder = "";
let file = "";
let lines = 0;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-kill-"));
  file = join(folder, "agent.jsonl");
  lines = await writeFile(file, "uniq", 12);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const [which, name] of [
  ["web", "the web process"],
  ["postgres", "PostgreSQL"],
] as const) {
  test(`sending a file again completes it after ${name} was killed meanwhile`, async () => {
    test.setTimeout(120_000);
    const seen = await killInImport(file, which);
    expect(seen.clean.calls).toBe(lines);
    expect(seen.killed).toEqual(seen.clean);
    expect(isWhole(seen, lines)).toBe(true);
  });
}
