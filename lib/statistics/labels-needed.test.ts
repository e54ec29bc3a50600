import { describe, expect, it } from "vitest";
import { computeLabelsToBar, computeLabelsToMargin } from "./labels-needed";
import { computeShare } from "./share";

/** The share of `viable` among `n` independent labels in a frame of a million calls. */
const shareOf = (viable: number, n: number, frameCalls = 1e9) =>
  computeShare(
    Array.from({ length: n }, (_, index) => ({
      stratum: "s",
      trace: null,
      cluster: "s",
      verdict: index < viable ? ("viable" as const) : ("not_viable" as const),
      inclusionProbability: n / frameCalls,
      multiplicity: 1,
      spendUsd: null,
      tokens: null,
      frontier: null,
    })),
    [{ id: "s", frameCalls, frameSpendUsd: null, frameTokens: null }],
    { unit: "calls" },
  );

describe("labels to the bar", () => {
  it("needs one more viable label at 54 of 60, whose lower end is 79.9 of 80", () => {
    expect(computeLabelsToBar(shareOf(54, 60), 0.8)).toBe(1);
  });

  it("needs 73 without a miss to prove 95 %", () => {
    expect(computeLabelsToBar(shareOf(60, 60), 0.95)).toBe(13);
  });

  it("needs none when the lower end is there already", () => {
    expect(computeLabelsToBar(shareOf(47, 50), 0.8)).toBe(0);
  });

  it("knows nothing before the first label", () => {
    expect(computeLabelsToBar(shareOf(0, 0), 0.8)).toBeNull();
  });

  it("says when the frame has too few calls left", () => {
    expect(computeLabelsToBar(shareOf(0, 30, 40), 0.8)).toBeNull();
  });
});

describe("labels to a margin", () => {
  // 385 for the plain interval; Wilson needs z^2 fewer.
  it("needs about 385 in all for five points at one half", () => {
    const n = 100 + (computeLabelsToMargin(shareOf(50, 100)) ?? 0);
    expect(n).toBeGreaterThanOrEqual(380);
    expect(n).toBeLessThanOrEqual(385);
  });

  it("needs none when it is there", () => {
    expect(computeLabelsToMargin(shareOf(500, 1000))).toBe(0);
  });
});
