import { describe, expect, it } from "vitest";
import type { Verdict } from "@/lib/labelling/verdict";
import { computeClusterShare, computeShare, computeUndrawnShare } from "./share";
import type { ShareItem, StratumFrame } from "./share-item";
import { wilson } from "./wilson";

const item = (over: Partial<ShareItem> = {}): ShareItem => ({
  stratum: "s",
  trace: null,
  cluster: over.stratum ?? "s",
  verdict: "viable",
  inclusionProbability: 0.1,
  multiplicity: 1,
  spendUsd: 0.01,
  tokens: 100,
  frontier: true,
  ...over,
});

/** `viable` of `n` items of a stratum labelled viable, the rest not. */
const sample = (stratum: string, viable: number, n: number, over: Partial<ShareItem> = {}) =>
  Array.from({ length: n }, (_, index) =>
    item({ stratum, verdict: index < viable ? "viable" : "not_viable", ...over }),
  );

const frame = (id: string, frameCalls: number, frameSpendUsd: number | null = null) =>
  ({ id, frameCalls, frameSpendUsd, frameTokens: null }) satisfies StratumFrame;

const percent = (interval: { low: number; high: number } | null) =>
  interval && [Math.round(interval.low * 100), Math.round(interval.high * 100)];

describe("one stratum of independent calls", () => {
  it("is a Wilson interval with the finite correction", () => {
    const share = computeShare(sample("s", 9, 60), [frame("s", 600)], { unit: "calls" });
    expect(share).toMatchObject({ value: 0.15, method: "wilson", why: null, n: 60, traces: 60 });
    expect(share.interval?.low).toBeCloseTo(wilson(9, 60, 600)?.low ?? 0, 12);
    expect(share.interval?.high).toBeCloseTo(wilson(9, 60, 600)?.high ?? 0, 12);
  });

  it("has no sampling error when all 40 of 40 are labelled", () => {
    const share = computeShare(sample("s", 30, 40, { inclusionProbability: 1 }), [frame("s", 40)], {
      unit: "calls",
    });
    expect(share).toMatchObject({ interval: { low: 0.75, high: 0.75 }, method: "census" });
  });

  it("counts no model needed for, unsure against, and shows the band", () => {
    const verdicts: (Verdict | null)[] = [
      "viable",
      "no_model_needed",
      "unsure",
      "not_viable",
      null,
    ];
    const share = computeShare(
      verdicts.map((verdict) => item({ verdict })),
      [frame("s", 50)],
      { unit: "calls" },
    );
    expect(share.value).toBe(0.5);
    expect(share.band).toEqual({ unsureLeftOut: 2 / 3, unsureAgainst: 0.5, unsureFor: 0.75 });
    expect(share.counts).toEqual({
      viable: 1,
      noModelNeeded: 1,
      unsure: 1,
      notViable: 1,
      unlabelled: 1,
    });
  });

  it("says nothing before the first label", () => {
    const share = computeShare([item({ verdict: null })], [frame("s", 5)], { unit: "calls" });
    expect(share).toMatchObject({ value: null, interval: null, method: "none", coveredCalls: 0 });
    expect(share.why).toBe("No call is labelled yet.");
  });
});

describe("calls that share traces", () => {
  const clustered = Array.from({ length: 60 }, (_, index) =>
    item({ trace: `t${Math.floor(index / 3)}`, verdict: index < 30 ? "viable" : "not_viable" }),
  );

  it("are drawn again by trace, which widens the interval", () => {
    const share = computeShare(clustered, [frame("s", 600)], { unit: "calls" });
    expect(share).toMatchObject({ method: "bootstrap over traces", n: 60, traces: 20 });
    const alone = wilson(30, 60, 600);
    expect(share.interval?.low).toBeLessThan((alone?.low ?? 0) - 0.05);
    expect(share.interval?.high).toBeGreaterThan((alone?.high ?? 1) + 0.05);
  });

  it("take the traces as the sample when every label agrees", () => {
    const items = clustered.map((one) => ({ ...one, verdict: "viable" as const }));
    const share = computeShare(items, [frame("s", 1e9)], { unit: "calls" });
    expect(share).toMatchObject({ value: 1, method: "wilson" });
    expect(share.why).toContain("20 traces");
    expect(share.interval?.low).toBeCloseTo(wilson(20, 20)?.low ?? 0, 6);
  });
});

describe("several strata", () => {
  // Scheaffer, Mendenhall and Ott, Elementary Survey Sampling: 0.60, variance 0.004548.
  const items = [...sample("a", 16, 20), ...sample("b", 2, 8), ...sample("c", 6, 12)];
  const strata = [frame("a", 155), frame("b", 62), frame("c", 93)];

  it("give the published stratified share, with about the width of its variance", () => {
    const share = computeShare(items, strata, { unit: "calls" });
    expect(share.value).toBeCloseTo(0.6, 10);
    expect(share.method).toBe("stratified");
    const half = ((share.interval?.high ?? 0) - (share.interval?.low ?? 0)) / 2;
    expect(half).toBeCloseTo(1.96 * Math.sqrt(0.004548), 1);
  });

  it("never have zero width, even where each stratum is of one mind", () => {
    const share = computeShare(
      [...sample("a", 20, 20), ...sample("b", 0, 20)],
      [frame("a", 100), frame("b", 100)],
      { unit: "calls" },
    );
    expect(share.value).toBe(0.5);
    expect(share.interval?.low).toBeLessThan(0.47);
    expect(share.interval?.high).toBeGreaterThan(0.53);
  });

  it("speak only of the strata that carry a label, and say so", () => {
    const share = computeShare(sample("a", 16, 20), strata, { unit: "calls" });
    expect(share).toMatchObject({ value: 0.8, frameCalls: 310, coveredCalls: 155 });
  });

  it("weigh each cluster once for call types", () => {
    const share = computeShare(items, strata, { unit: "call types" });
    expect(share.value).toBeCloseTo((0.8 + 0.25 + 0.5) / 3, 10);
  });

  it("refuse an item of a stratum without a frame", () => {
    expect(() => computeShare([item()], [], { unit: "calls" })).toThrow(RangeError);
  });
});

describe("spend", () => {
  it("is a ratio estimate within the stratum", () => {
    const items = [
      item({ spendUsd: 3, verdict: "not_viable" }),
      item({ spendUsd: 1 }),
      item({ spendUsd: null }),
    ];
    const share = computeShare(items, [frame("s", 30, 60)], { unit: "spend" });
    expect(share).toMatchObject({ value: 0.25, n: 2 });
    expect(share.interval?.high).toBeGreaterThan(0.25);
  });

  it("is unknown, not 0, where the stratum's spend is unknown", () => {
    const share = computeShare([item()], [frame("s", 30)], { unit: "spend" });
    expect(share).toMatchObject({ value: null, method: "none" });
    expect(share.why).toContain("spend");
  });
});

describe("a cluster that is a part of its strata", () => {
  const items = [
    ...sample("a", 5, 10, { cluster: "x" }),
    ...sample("a", 0, 30, { cluster: "y" }),
    ...sample("b", 10, 10, { cluster: "x" }),
  ];

  it("is weighted by what the draw says of its size in each", () => {
    const share = computeClusterShare(items, [frame("a", 400), frame("b", 100)], "x", {
      unit: "calls",
    });
    expect(share.value).toBeCloseTo(0.75, 10);
    expect(share).toMatchObject({ n: 20, frameCalls: 200 });
  });
});

describe("labels on calls that no draw selected", () => {
  it("show a share without an interval and say why", () => {
    const share = computeUndrawnShare([item(), item({ verdict: "unsure" })]);
    expect(share).toMatchObject({ value: 0.5, interval: null, method: "none", n: 2 });
    expect(share.why).toContain("No draw selected");
  });
});

describe("the overview drawn in the interface's plan", () => {
  // Consistent in it: shares, intervals, spends and the overall 46 % [41, 52] of spend.
  const rows = [
    ["plan_next_action", 1020, 9, 60, 15, [8, 26]],
    ["summarize_tool_output", 431, 47, 50, 94, [84, 98]],
    ["extract_field", 210, 54, 60, 90, [80, 95]],
    ["reply_to_customer", 110, 12, 40, 30, [18, 45]],
    ["classify_intent", 48, 40, 40, 100, [91, 100]],
    ["format_result", 23, 29, 30, 97, [83, 99]],
  ] as const;
  const items = rows.flatMap(([id, , viable, n]) => sample(id, viable, n));
  const strata = rows.map(([id, spend]) => frame(id, 1e6, spend));

  it.each(rows)("gives the share of %s", (id, _spend, _viable, _n, share, interval) => {
    const cluster = computeClusterShare(items, strata, id, { unit: "calls" });
    expect(Math.round((cluster.value ?? 0) * 100)).toBe(share);
    expect(percent(cluster.interval)).toEqual(interval);
  });

  it("gives 46 % [41, 52] of spend from 280 labels", () => {
    const share = computeShare(items, strata, { unit: "spend" });
    expect(Math.round((share.value ?? 0) * 100)).toBe(46);
    expect(percent(share.interval)).toEqual([41, 52]);
    expect(share.n).toBe(280);
  });
});
