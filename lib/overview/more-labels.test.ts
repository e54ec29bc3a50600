import { describe, expect, it } from "vitest";
import { assembleAudit } from "./audit";
import { describeMargin, describeToBar, findBestNext } from "./more-labels";
import { AuditParams } from "./params";
import { exampleEvidence } from "./testing";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };
const auditOf = (example: Parameters<typeof exampleEvidence>[0]) =>
  assembleAudit(exampleEvidence(example), SETTINGS, AuditParams.parse({ unit: "calls" }));
const shareOf = (viable: number, n: number) => {
  const share = auditOf({ step: [100, viable, n] }).clusters[0]?.evidence?.share;
  if (share === undefined) throw new Error("it is labelled");
  return share;
};
const UNLABELLED = { ...shareOf(5, 10), value: null, interval: null, n: 0 };
const plain = (text: string | null) => text?.replaceAll(/\s/g, " ");

describe("how many more labels", () => {
  it("bring a share to five points", () => {
    expect(plain(describeMargin(shareOf(50, 100)))).toMatch(/^28\d more labels to ±5 points$/);
    expect(plain(describeMargin(shareOf(500, 1000)))).toBe("within ±5 points");
    expect(describeMargin(UNLABELLED)).toBeNull();
  });

  it("bring its lower end over the bar", () => {
    expect(plain(describeToBar(shareOf(54, 60), 0.8))).toBe(
      "1 more viable label to pass the bar of 80 %",
    );
    expect(plain(describeToBar(shareOf(47, 50), 0.8))).toBe("over the bar of 80 %");
    expect(describeToBar(UNLABELLED, 0.8)).toBeNull();
  });
});

describe("the best next cluster to label", () => {
  it("is the one whose spend times uncertainty is largest", () => {
    const best = findBestNext(
      auditOf({ dear: [1000, 30, 60], cheap: [10, 5, 10], sure: [1100, 600, 600] }).clusters,
    );
    expect(best?.name).toBe("dear");
    const unlabelled = auditOf({ dear: [400, 30, 60], unknown: [200, 0, 0] });
    expect(findBestNext(unlabelled.clusters)?.name).toBe("unknown");
  });

  it("is none without clusters", () => {
    expect(findBestNext([])).toBeNull();
  });
});
