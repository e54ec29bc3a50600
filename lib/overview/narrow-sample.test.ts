import { describe, expect, it } from "vitest";
import { narrowSample } from "./narrow-sample";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";

const call = (callId: string, stratum: string, multiplicity = 1) => ({
  callId,
  stratum,
  multiplicity,
  inclusionProbability: 0.1,
  spendUsd: 0.01,
  tokens: 10,
  traceId: null,
  clusterId: stratum,
  routeKey: "k",
  provider: null,
  model: null,
  day: null,
});
const frame = (id: string, frameCalls: number) => ({
  id,
  frameCalls,
  frameTokens: frameCalls * 10,
  frameSpendUsd: null,
  frameTraces: frameCalls,
});
const sample = {
  calls: [call("1", A), call("2", A, 3), call("3", B)],
  strata: [frame(A, 100), frame(B, 50)],
};

describe("a sample within a scope", () => {
  it("keeps the calls in it, with their probabilities, and the counted sizes", () => {
    expect(narrowSample(sample, [frame(A, 40)], new Set(["2"]))).toEqual({
      calls: [sample.calls[1]],
      strata: [frame(A, 40)],
    });
  });

  it("keeps a stratum that has calls in the scope and none drawn", () => {
    const { calls, strata } = narrowSample(sample, [frame(B, 7)], new Set());
    expect(calls).toEqual([]);
    expect(strata).toEqual([frame(B, 7)]);
  });

  it("takes a stratum for as large as what was drawn of it, where its places have gone", () => {
    const { strata } = narrowSample(sample, [], new Set(["2", "3"]));
    expect(strata).toEqual([
      { id: A, frameCalls: 3, frameTokens: null, frameSpendUsd: null, frameTraces: null },
      { id: B, frameCalls: 1, frameTokens: null, frameSpendUsd: null, frameTraces: null },
    ]);
  });

  it("adds a part that only an older frame has to the stratum of its cluster", () => {
    const { strata } = narrowSample(sample, [frame(A, 40), frame(`${A} 2`, 5)], new Set(["1"]));
    expect(strata).toEqual([frame(A, 45)]);
  });
});
