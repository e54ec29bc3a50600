import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./test-reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "assay-reports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("vitest's tests are counted", () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
  });
  expect(readVitestReport(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
});

test("a test file that cannot be loaded counts as one failure", () => {
  const file = report({
    numPassedTests: 3,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{}] },
    ],
  });
  expect(readVitestReport(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test("a runner that fails without a report counts as one failure", () => {
  const none = join(folder, "none.json");
  expect(readVitestReport(none, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readPlaywrightReport(none, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a story that passes only when repeated is a failure", () => {
  const file = report({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(readPlaywrightReport(file, 1)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});
