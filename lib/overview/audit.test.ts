import { describe, expect, it } from "vitest";
import { formatShare } from "@/lib/display/percent";
import type { Interval } from "@/lib/statistics/interval";
import { assembleAudit } from "./audit";
import { listClusterRecords } from "./cluster-record";
import { listNextDeeds } from "./next-deeds";
import { AuditParams } from "./params";
import { roundDigits } from "./round-digits";
import { exampleEvidence, wholeSummary } from "./testing";
import { SHARE_UNITS } from "./units";

const SETTINGS = { bar: 0.8, minLabels: 20, threshold: 0.85, candidate: null };

/** The example of the overview: spend, and labelled viable and all. */
const EXAMPLE = {
  plan_next_action: [1020, 9, 60],
  summarize_tool_output: [431, 47, 50],
  extract_field: [210, 54, 60],
  reply_to_customer: [110, 12, 40],
  classify_intent: [48, 40, 40],
  format_result: [23, 29, 30],
} as const;

const percent = (value: number | null | undefined) => Math.round((value ?? Number.NaN) * 100);

describe("the worked example of the overview", () => {
  const audit = assembleAudit(exampleEvidence(EXAMPLE), SETTINGS, AuditParams.parse({}));

  it("says 46 % [41, 52] of spend", () => {
    const { value, interval, n } = audit.overall;
    expect(audit.unit).toBe("spend");
    expect([percent(value), percent(interval?.low), percent(interval?.high)]).toEqual([46, 41, 52]);
    expect(n).toBe(280);
    expect(audit.labels).toEqual({ labels: 280, calls: 280, unsettled: 0, raters: 1 });
  });

  it.each([
    ["plan_next_action", [15, 8, 26], "keep"],
    ["summarize_tool_output", [94, 84, 98], "ready"],
    ["extract_field", [90, 80, 95], "1 more label"],
    ["reply_to_customer", [30, 18, 45], "keep"],
    ["classify_intent", [100, 91, 100], "ready"],
    ["format_result", [97, 83, 99], "ready, no model"],
  ])("gives %s its share and what it waits for", (id, ends, next) => {
    const cluster = audit.clusters.find((one) => one.id === id);
    const { value, interval } = cluster?.evidence?.share ?? {};
    expect([percent(value), percent(interval?.low), percent(interval?.high)]).toEqual(ends);
    expect(cluster?.next.text.replaceAll("\u00a0", " ")).toBe(next);
  });

  // The example rounds to the nearest; outward rounding honestly reads a point wider at some ends.
  it("shows its intervals rounded outwards", () => {
    const shown = ({ value, interval }: { value: number | null; interval: Interval | null }) =>
      formatShare(value, interval).replaceAll(/\s/g, " ");
    expect(audit.clusters.map(({ evidence }) => (evidence ? shown(evidence.share) : null))).toEqual(
      [
        "15 % [8, 27]",
        "94 % [83, 98]",
        "90 % [79, 96]",
        "30 % [18, 46]",
        "100 % [91, 100]",
        "97 % [83, 100]",
      ],
    );
    expect(shown(audit.overall)).toBe("46 % [40, 52]");
  });

  it("orders by spend and adds up $502 that is ready", () => {
    expect(audit.clusters.map(({ usage }) => Math.round(usage.cost.costUsd ?? 0))).toEqual([
      1020, 431, 210, 110, 48, 23,
    ]);
    expect(audit.ready.spendUsd).toBeCloseTo(502, 9);
    expect(audit.ready).toMatchObject({ routeKeys: 3, saving: { per: "30 days" } });
  });

  it("names the label that is missing, the mixed cluster and the draft", () => {
    const deeds = listNextDeeds(audit, 0.8, new Map([["plan_next_action", 10]]));
    expect(deeds.map(({ text }) => text.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual([
      // 79.85, rounded down as every lower end is
      "1 more viable label brings extract_field over the bar (lower end 79.8 % of 80 %)",
      "plan_next_action does 10 different things: look into it",
      "Review the draft routes",
    ]);
  });

  it.each([
    [1, "1 drawn call has no label yet"],
    [24, "24 drawn calls have no label yet"],
  ])("says how many drawn calls have no label: %s", (waiting, text) => {
    const deeds = listNextDeeds({ ...audit, waiting }, 0.8, new Map());
    expect(deeds[0]?.text.replaceAll(/\s/g, " ")).toBe(text);
  });

  it("counts the drawn calls without a label whatever the unit", () => {
    const [first, ...labelled] = exampleEvidence(EXAMPLE).labelled;
    const evidence = { ...exampleEvidence(EXAMPLE), labelled };
    expect(first).toBeDefined();
    for (const unit of SHARE_UNITS) {
      expect(assembleAudit(evidence, SETTINGS, AuditParams.parse({ unit })).waiting).toBe(1);
    }
  });

  it("is told in flat records, to 12 digits", () => {
    const record = listClusterRecords(audit).find(({ id }) => id === "extract_field");
    expect(record).toMatchObject({
      spend_usd: 210,
      share: expect.closeTo(0.9, 12),
      labelled: 60,
      viable: 54,
      not_viable: 6,
      addressable: true,
      models: ["claude-opus-4-8"],
    });
  });
});

it("keeps the dust of floating point out of what it tells", () => {
  expect(
    roundDigits({ share: 0.999_999_999_999_999_8, of: [0.1 + 0.2, 123_456_789_012_345] }),
  ).toEqual({
    share: 1,
    of: [0.3, 123_456_789_012_345],
  });
  expect(roundDigits({ why: null, name: "a", known: true })).toEqual({
    why: null,
    name: "a",
    known: true,
  });
});

describe("without evidence", () => {
  it("nothing is ready, and the next deed is to draw", () => {
    const bare = {
      ...exampleEvidence(EXAMPLE),
      sample: { calls: [], strata: [] },
      labelled: [],
      draws: 0,
      pass: null,
    };
    const audit = assembleAudit(bare, SETTINGS, AuditParams.parse({}));
    expect(audit.overall).toMatchObject({ value: null, n: 0 });
    expect(audit.ready).toMatchObject({ routeKeys: 0, saving: null });
    expect(audit.clusters.every(({ next }) => next.kind === "draw")).toBe(true);
    expect(listNextDeeds(audit, 0.8, new Map())).toMatchObject([
      { id: "draw", path: "/label/draw" },
    ]);
  });

  it("an empty workspace has no deeds and no numbers", () => {
    const none = {
      scope: wholeSummary(0),
      clusters: [],
      buckets: [],
      sample: { calls: [], strata: [] },
      labelled: [],
      draws: 0,
      pass: null,
      overrides: [],
    };
    const audit = assembleAudit(none, SETTINGS, AuditParams.parse({}));
    expect(audit).toMatchObject({ unit: "calls", clusters: [], usage: { calls: 0 } });
    expect(listNextDeeds(audit, 0.8, new Map())).toEqual([]);
  });
});
