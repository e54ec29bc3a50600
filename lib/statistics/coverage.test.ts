import { expect, it } from "vitest";
import { seededRandom } from "./random";
import { computeShare } from "./share";
import type { ShareItem } from "./share-item";

const TRIALS = 300;

/** Three calls a trace that agree more often than chance: intraclass correlation about one half. */
function sampleTraces(random: () => number, share: number, traces: number): ShareItem[] {
  return Array.from({ length: traces }, (_, trace) => {
    const common = random() < share;
    return Array.from({ length: 3 }, () => ({
      stratum: "s",
      trace: `t${trace}`,
      cluster: "s",
      verdict: (random() < 0.7 ? common : random() < share) ? "viable" : "not_viable",
      inclusionProbability: 0.001,
      multiplicity: 1,
      spendUsd: null,
      tokens: null,
      frontier: null,
    })) satisfies ShareItem[];
  }).flat();
}

it.each([
  [0.5, 20],
  [0.8, 20],
  [0.8, 60],
  [0.95, 40],
])("holds a true share of %f in 91 of 100 samples or more, from %i traces", (share, traces) => {
  const random = seededRandom(`coverage ${share} ${traces}`);
  const frame = { id: "s", frameCalls: 1e6, frameSpendUsd: null, frameTokens: null };
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const items = sampleTraces(random, share, traces);
    const { interval } = computeShare(items, [frame], { unit: "calls" });
    if (interval !== null && interval.low <= share && share <= interval.high) held += 1;
  }
  expect(held / TRIALS).toBeGreaterThanOrEqual(0.91);
});
