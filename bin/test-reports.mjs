import { existsSync, readFileSync } from "node:fs";

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** A runner that fails without a failed test (no report, an error outside of tests) counts as one. */
const withExitCode = (count, code) =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

/**
 * @param {string} file the report of vitest's json reporter
 * @param {number} code vitest's exit code
 */
export function readVitestReport(file, code) {
  const report = readJson(file);
  // A file that cannot be loaded holds no test that could fail, so the file itself is counted.
  const unloadable = (report?.testResults ?? []).filter(
    (result) => result.status === "failed" && result.assertionResults.length === 0,
  );
  const count = {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloadable.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return withExitCode(count, code);
}

/**
 * @param {string} file the report of Playwright's json reporter
 * @param {number} code Playwright's exit code
 */
export function readPlaywrightReport(file, code) {
  const stats = readJson(file)?.stats;
  const count = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
  return withExitCode(count, code);
}
