import { expect, test } from "vitest";
import { Findings } from "./import-progress";

const NOW = new Date("2026-11-21T09:00:00Z");

function warningsOf(...times: (string | null)[]): string[] {
  const findings = new Findings();
  for (const time of times) findings.time(time, NOW);
  return findings.warnings;
}

test.each([
  null,
  "2015-01-01T00:00:00.000Z",
  "2026-11-21T09:00:00.000Z",
  "2026-11-22T09:00:00.000Z",
])("takes the time %s for what it is", (time) => {
  expect(warningsOf(time)).toEqual([]);
});

test("counts implausible times in one warning", () => {
  const [old, ahead] = ["1970-01-01T00:00:00.000Z", "2026-11-22T09:00:00.001Z"];
  expect(warningsOf(old)).toEqual([expect.stringMatching(/^1 call has an implausible time: /u)]);
  expect(warningsOf(old, "2026-01-01T00:00:00.000Z", ahead, old)).toEqual([
    expect.stringMatching(/^3 calls have an implausible time: /u),
  ]);
});
