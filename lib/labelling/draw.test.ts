import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawCalls, type FrameCall } from "./draw";

const digest = (...parts: readonly (string | null)[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);

/** Three traces of 1, 2 and 9 calls in one stratum, and a second stratum of four single calls. */
const frame: FrameCall[] = [
  ...[1, 2, 9].flatMap((size, trace) =>
    Array.from({ length: size }, (_, index) => call(`t${trace}-${index}`, "long", `t${trace}`)),
  ),
  ...["a", "b", "c", "d"].map((id) => call(id, "single", null)),
];

function call(callId: string, clusterId: string, traceId: string | null): FrameCall {
  return { callId, clusterId, traceId, spendUsd: 0.01, tokens: null };
}

describe("drawCalls", () => {
  it("draws the same items from the same data and seed, in whatever order the data come", () => {
    const plan = { seed: "20261121", perCluster: 3, maxPerTrace: 2 };
    const again = drawCalls(frame.toReversed(), plan, digest);
    expect(again).toEqual(drawCalls(frame, plan, digest));
    expect(drawCalls(frame, { ...plan, seed: "other" }, digest).items).not.toEqual(again.items);
  });

  it("keeps at most k calls of a trace and takes small strata whole", () => {
    const { items, strata } = drawCalls(
      frame,
      { seed: "s", perCluster: 10, maxPerTrace: 2 },
      digest,
    );
    expect(items.filter((item) => item.traceId === "t2")).toHaveLength(2);
    expect(strata.map((stratum) => [stratum.clusterId, stratum.frameCalls, stratum.drawn])).toEqual(
      [
        ["long", 12, 5],
        ["single", 4, 4],
      ],
    );
  });

  it("knows the spend of a stratum, and that its tokens are unknown", () => {
    const { strata } = drawCalls(frame, { seed: "s", perCluster: 1, maxPerTrace: null }, digest);
    expect(strata[0]?.frameSpendUsd).toBeCloseTo(0.12);
    expect(strata[0]?.frameTokens).toBeNull();
  });

  it("stores inclusion probabilities that a simulation of the draw confirms", () => {
    const runs = 4000;
    const times = new Map<string, number>();
    const stated = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      const plan = { seed: `run ${run}`, perCluster: 3, maxPerTrace: 2 };
      for (const item of drawCalls(frame, plan, digest).items) {
        times.set(item.callId, (times.get(item.callId) ?? 0) + 1);
        stated.set(item.callId, item.inclusionProbability);
      }
    }
    for (const { callId } of frame) {
      const p = stated.get(callId) ?? Number.NaN;
      const standardError = Math.sqrt((p * (1 - p)) / runs);
      expect(Math.abs((times.get(callId) ?? 0) / runs - p)).toBeLessThan(4 * standardError);
    }
  });
});
