import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { closeFrame, type FrameCall, sumStrata } from "./close-frame";
import { type Drawn, rankUnits, takeUnits } from "./draw";

const digest = (...parts: readonly (string | null)[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);

/** Three traces of 1, 2 and 9 calls in one stratum, and a second stratum of four single calls. */
const calls: FrameCall[] = [
  ...[1, 2, 9].flatMap((size, trace) =>
    Array.from({ length: size }, (_, index) => call(`t${trace}-${index}`, "long", `t${trace}`)),
  ),
  ...["a", "b", "c", "d"].map((id) => call(id, "single", null)),
];

function call(
  callId: string,
  clusterId: string,
  traceId: string | null,
  fingerprint: string | null = null,
): FrameCall {
  return { callId, clusterId, traceId, fingerprint, spendUsd: 0.01, tokens: null };
}

type Plan = { seed: string; maxPerTrace: number | null; collapseAlike: boolean };

function draw(frame: readonly FrameCall[], plan: Plan, steps: readonly Drawn[]) {
  return takeUnits(rankUnits(closeFrame(frame, { ...plan, part: 1 }, digest), plan, digest), steps);
}

const each = (n: number): Drawn[] => [
  new Map([
    ["long", n],
    ["single", n],
  ]),
];
const plan = { seed: "20261121", maxPerTrace: 2, collapseAlike: false };

/** How often each call is drawn over many seeds, against the probability stated when it is. */
function simulate(frame: readonly FrameCall[], rule: Omit<Plan, "seed">, steps: readonly Drawn[]) {
  const runs = 2000;
  const times = new Map<string, number>();
  const stated = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    for (const unit of draw(frame, { ...rule, seed: `run ${run}` }, steps)) {
      times.set(unit.callId, (times.get(unit.callId) ?? 0) + 1);
      const before = stated.get(unit.callId) ?? unit.inclusionProbability;
      expect(unit.inclusionProbability).toBe(before);
      stated.set(unit.callId, before);
    }
  }
  for (const [callId, p] of stated) {
    const standardError = Math.sqrt((p * (1 - p)) / runs);
    expect(Math.abs((times.get(callId) ?? 0) / runs - p)).toBeLessThanOrEqual(4 * standardError);
  }
  return stated;
}

describe("a draw", () => {
  it("takes the same items from the same data and seed, in whatever order the data come", () => {
    const taken = draw(calls, plan, each(3));
    expect(draw(calls.toReversed(), plan, each(3))).toEqual(taken);
    expect(draw(calls, { ...plan, seed: "other" }, each(3))).not.toEqual(taken);
    expect(taken.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("keeps at most k calls of a trace and takes small strata whole", () => {
    const taken = draw(calls, plan, each(10));
    expect(taken.filter(({ traceId }) => traceId === "t2")).toHaveLength(2);
    expect(taken.filter(({ clusterId }) => clusterId === "long")).toHaveLength(5);
    expect(taken.filter(({ clusterId }) => clusterId === "single")).toHaveLength(4);
  });

  it("keeps its first items, and their order, when more are drawn", () => {
    const few = draw(calls, plan, each(2));
    const more = draw(calls, plan, [...each(2), new Map([["long", 4]])]);
    expect(more.slice(0, few.length).map(({ callId }) => callId)).toEqual(
      few.map(({ callId }) => callId),
    );
    expect(more.map(({ callId }) => callId).toSorted()).toEqual(
      draw(calls, plan, [
        new Map([
          ["long", 4],
          ["single", 2],
        ]),
      ])
        .map(({ callId }) => callId)
        .toSorted(),
    );
  });
});

describe("inclusion probabilities match a simulation of the draw", { timeout: 60_000 }, () => {
  it("where traces are thinned", () => {
    const stated = simulate(calls, plan, each(3));
    expect(stated.size).toBe(calls.length);
    // 2 of 9 calls of its trace are kept, 3 of the 5 kept calls are drawn
    expect(stated.get("t2-0")).toBeCloseTo(((2 / 9) * 3) / 5, 12);
  });

  it("where near-duplicates are collapsed and traces thinned", () => {
    const alike = calls.map((one, index) => ({
      ...one,
      fingerprint: one.clusterId === "long" ? `print ${index % 7}` : null,
    }));
    const stated = simulate(alike, { maxPerTrace: 2, collapseAlike: true }, each(3));
    // seven groups: their first calls lie in traces of 1, 2 and 4 units, of which 1, 2 and 2 are kept
    expect([...stated.keys()].filter((id) => id.startsWith("t"))).toHaveLength(7);
    expect(stated.get("t2-0")).toBeCloseTo(((2 / 4) * 3) / 5, 12);
  });

  it("after a raise: each item's is that of a draw of the larger size", () => {
    const steps = [...each(1), ...each(3)];
    expect(simulate(calls, plan, steps)).toEqual(simulate(calls, plan, each(3)));
  });
});

describe("near-duplicates collapsed", () => {
  const frame = [
    { ...call("b", "one", "t1", "print"), spendUsd: 0.03, tokens: 5 },
    { ...call("a", "one", "t2", "print"), spendUsd: 0.01, tokens: 6 },
    { ...call("c", "other", "t1", "print"), spendUsd: null },
    call("d", "one", "t1"),
    call("e", "one", "t1"),
  ];
  const units = closeFrame(frame, { part: 1, seed: "s", collapseAlike: true }, digest);

  it("are one unit within a stratum, that stands for all of them with their mean", () => {
    const byId = new Map(units.map((unit) => [unit.callId, unit]));
    expect(byId.get("a")).toMatchObject({ multiplicity: 2, spendUsd: 0.02, tokens: 6 });
    expect(byId.get("b")).toMatchObject({ multiplicity: 0, spendUsd: 0.03, tokens: 5 });
    for (const id of ["c", "d", "e"]) expect(byId.get(id)?.multiplicity).toBe(1);
  });

  it("weigh together what the stratum has in calls", () => {
    const taken = draw(frame, { seed: "s", maxPerTrace: null, collapseAlike: true }, [
      new Map([
        ["one", 3],
        ["other", 1],
      ]),
    ]);
    const weight = taken
      .filter(({ clusterId }) => clusterId === "one")
      .reduce((sum, unit) => sum + unit.multiplicity / unit.inclusionProbability, 0);
    expect(weight).toBeCloseTo(4, 12);
  });
});

describe("sumStrata", () => {
  it("knows the spend of a stratum, and that its tokens are unknown", () => {
    const [long] = sumStrata(calls, 1);
    expect(long).toMatchObject({
      clusterId: "long",
      part: 1,
      frameCalls: 12,
      frameTokens: null,
      frameTraces: 3,
    });
    expect(long?.frameSpendUsd).toBeCloseTo(0.12);
  });
});
