import { describe, expect, it } from "vitest";
import { describeEvidence } from "@/lib/routing/evidence-text";
import { intendedRoutes } from "@/lib/routing/write-routes";
import { assembleAudit } from "./audit";
import { AuditParams } from "./params";
import { listRouteEntries } from "./route-entries";
import { exampleEvidence } from "./testing";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };
const TOO_LONG = "x".repeat(1001);

const auditWith = (change: (key: string) => { model?: string | null; routeKey?: string }) => {
  const evidence = exampleEvidence({ named: [100, 40, 40], other: [50, 40, 40] });
  const rename = <Row extends { routeKey: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, ...change(row.routeKey) }));
  return assembleAudit(
    {
      ...evidence,
      buckets: rename(evidence.buckets),
      labelled: rename(evidence.labelled),
      sample: { ...evidence.sample, calls: rename(evidence.sample.calls) },
    },
    SETTINGS,
    AuditParams.parse({}),
  );
};

describe("what is ready to route", () => {
  it.each([
    ["every key can be written", 2, () => ({})],
    ["a key names no model", 1, (key: string) => (key === "other" ? { model: null } : {})],
    ["a key is too long", 1, (key: string) => (key === "other" ? { routeKey: TOO_LONG } : {})],
  ])("counts as many keys as the file has routes with a fallback when %s", (_, many, change) => {
    const audit = auditWith(change);
    const entries = listRouteEntries(audit.routeKeys, { candidate: "slm", threshold: 0.85 });
    const written = Object.values(intendedRoutes(entries).routes).filter(
      (route) => "fallback" in route,
    );
    expect(audit.ready.routeKeys).toBe(written.length);
    expect(written).toHaveLength(many);
  });

  it("takes a route whose saving is not known, and the file says why", () => {
    const evidence = exampleEvidence({ named: [100, 40, 40] });
    const tokenless = evidence.buckets.map((bucket) => ({ ...bucket, inputKnown: 0 }));
    const audit = assembleAudit(
      { ...evidence, buckets: tokenless },
      SETTINGS,
      AuditParams.parse({}),
    );
    const entries = listRouteEntries(audit.routeKeys, { candidate: "slm", threshold: 0.85 });
    expect(audit.ready).toMatchObject({ routeKeys: 1, unknown: 1, saving: null });
    expect(audit.routeKeys[0]?.decision.reason).toContain("does not hold a route back");
    expect(entries.map(describeEvidence)[0]).toContain(
      "saving unknown (no call has both a known cost and known tokens)",
    );
  });

  it("tells a cluster whose calls name no model to name it", () => {
    const audit = auditWith((key) => (key === "other" ? { model: null } : {}));
    const cluster = audit.clusters.find(({ id }) => id === "other");
    expect(cluster?.next.text).toBe("name its model");
    expect(cluster?.next.reason).toContain("a route needs a fallback");
  });
});
