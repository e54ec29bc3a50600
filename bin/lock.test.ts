import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-lock-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the lock of a data folder", () => {
  test("is refused while its process lives, and says how to go on", () => {
    takeLock(folder);
    expect(() => takeLock(folder)).toThrow(
      `Assay already runs on ${folder} (process ${process.pid}). Stop it first`,
    );
  });

  test("can be taken again once it is given back", () => {
    takeLock(folder).release();
    expect(takeLock(folder).tookOver).toBe(false);
  });

  test("is taken over from a process that is gone", () => {
    const gone = spawnSync(process.execPath, ["--version"]).pid;
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: gone, born: "1" }));
    expect(takeLock(folder).tookOver).toBe(true);
  });

  test("is taken over when its number now belongs to another program", () => {
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, born: "another time" }));
    expect(takeLock(folder).tookOver).toBe(true);
  });

  test("is taken over when the file is damaged", () => {
    writeFileSync(join(folder, "lock"), "{");
    expect(takeLock(folder).tookOver).toBe(true);
  });

  test("makes the folder and leaves nothing behind", () => {
    const inner = join(folder, "made", "here");
    takeLock(inner).release();
    expect(existsSync(join(inner, "lock"))).toBe(false);
  });
});
