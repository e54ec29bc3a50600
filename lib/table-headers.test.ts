import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = ["app", "components"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(folder, path)),
);
const HEADERS = [/header: "([^"]+)"/g, /<TableHead[^>]*>\s*([^<{\s][^<{]*)/g];

describe("the headers of tables", () => {
  it("begin in lower case everywhere, but for abbreviations", () => {
    const found = files.flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return HEADERS.flatMap((header) =>
        [...text.matchAll(header)].map(([, words]) => `${path}: ${words?.trim()}`),
      );
    });
    expect(found.length).toBeGreaterThan(80);
    expect(found.filter((header) => /: \p{Lu}\p{Ll}/u.test(header))).toEqual([]);
  });
});
