import { describe, expect, it } from "vitest";
import { assembleAudit } from "./audit";
import { describeError, describeReady, describeScope, describeValue } from "./headline-text";
import { AuditParams } from "./params";
import { exampleEvidence } from "./testing";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };
const audit = assembleAudit(
  exampleEvidence({ extract: [100, 40, 40] }),
  SETTINGS,
  AuditParams.parse({}),
);
const plain = (text: string) => text.replaceAll(/\s/g, " ");

describe("what is ready, in words", () => {
  it.each([
    [100, 5, "$100 (100 %) is ready to route"],
    [null, 1, "1 call is ready to route"],
    [null, 40, "40 calls are ready to route"],
  ])("agrees with its number: %s and %s calls", (spendUsd, calls, text) => {
    const ready = { ...audit.ready, spendUsd, calls };
    expect(plain(describeReady({ ...audit, ready }))).toBe(text);
  });
});

describe("what a share speaks of, in words", () => {
  it("says beside a share of spend that decisions stand on calls", () => {
    expect(plain(describeScope(audit))).toBe(
      "95 % interval, for 100,000 of 100,000 calls; decisions stand on the share of calls",
    );
    expect(describeScope({ ...audit, unit: "calls" })).not.toContain("decisions");
  });

  it("claims no interval for a census", () => {
    const census = {
      ...audit.overall,
      method: "census" as const,
      interval: { low: 1, high: 1 },
      n: 40,
    };
    expect(describeError(census)).toBe("all 40 labelled, no sampling error");
    expect(plain(describeValue(census))).toBe("100 %");
    expect(plain(describeValue(audit.overall))).toBe("100 % [91, 100]");
  });
});
