import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/statistics/random";
import { computeShare } from "@/lib/statistics/share";
import type { ShareItem } from "@/lib/statistics/share-item";
import type { SavingsBasis } from "./basis";
import { type Assumptions, projectSavings } from "./project";

const TRIALS = 300;
const CALLS = 1_000_000;
const TRACES = 60;

/** Calls whose cost goes with how hard they are: what is not viable costs three times as much. */
const COST = { viable: 0.01, not_viable: 0.03 } as const;

const assume = (over: Partial<Assumptions>): Assumptions => ({
  candidate: { input: 1e-7, cachedInput: 1e-7, cacheWrite: 1e-7, output: 1e-7, request: 0 },
  escalation: "from the share",
  escalatedCache: "warm",
  ...over,
});

/** Two calls a trace that agree more often than chance. */
function sample(random: () => number, share: number): ShareItem[] {
  return Array.from({ length: TRACES }, (_, trace) => {
    const common = random() < share;
    return Array.from({ length: 2 }, () => {
      const viable = random() < 0.5 ? common : random() < share;
      const verdict = viable ? "viable" : "not_viable";
      return {
        stratum: "s",
        trace: `t${trace}`,
        cluster: "s",
        verdict,
        inclusionProbability: (2 * TRACES) / CALLS,
        multiplicity: 1,
        spendUsd: COST[verdict],
        tokens: 1000,
        frontier: false,
      } as const;
    });
  }).flat();
}

describe.each([
  ["a perfect gate", {}],
  ["an assumed gate", { gate: { catchRate: 0.8, falseAlarmRate: 0.1 } }],
  ["runs that grow", { stepInflation: 0.2, verifierUsdPerCall: 0.0001 }],
])("low to high savings with %s", (_, over) => {
  it.each([0.3, 0.7, 0.9])(
    "hold the truth at least as often as the interval of the share %f does",
    (share) => {
      const random = seededRandom(`savings ${share}`);
      const meanUsd = share * COST.viable + (1 - share) * COST.not_viable;
      const todayUsd = CALLS * meanUsd;
      const trueShare = (share * COST.viable) / meanUsd;
      const basis: SavingsBasis = {
        calls: CALLS,
        coveredCalls: CALLS,
        todayUsd,
        inputTokens: CALLS * 900,
        outputTokens: CALLS * 100,
        coldUsd: todayUsd,
        silentDiscountUsd: 0,
      };
      const frame = { id: "s", frameCalls: CALLS, frameSpendUsd: todayUsd, frameTokens: null };
      const exact = { low: trueShare, mid: trueShare, high: trueShare };
      const truth = projectSavings(basis, exact, assume(over), 30);
      if (!truth.known) throw new Error(truth.reason);
      let byShare = 0;
      let bySaving = 0;
      for (let trial = 0; trial < TRIALS; trial++) {
        const { value, interval } = computeShare(sample(random, share), [frame], { unit: "spend" });
        if (interval === null) throw new Error("no interval");
        const ends = { low: interval.low, mid: value, high: interval.high };
        const projected = projectSavings(basis, ends, assume(over), 30);
        if (!projected.known) throw new Error(projected.reason);
        const { low, high } = projected.savingUsd;
        if (interval.low <= trueShare && trueShare <= interval.high) byShare += 1;
        const [dust, saved] = [1e-9 * todayUsd, truth.savingUsd.mid];
        if (low - dust <= saved && saved <= high + dust) bySaving += 1;
      }
      expect(bySaving).toBeGreaterThanOrEqual(byShare);
      expect(bySaving / TRIALS).toBeGreaterThanOrEqual(0.92);
    },
  );
});
