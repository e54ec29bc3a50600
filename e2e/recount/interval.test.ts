import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Verdict } from "@/lib/labelling/verdict";
import { computeShare } from "@/lib/statistics/share";
import { recountInterval } from "./interval";

const labelled = fc.record({
  trace: fc.option(fc.constantFrom("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"), { freq: 6 }),
  verdict: fc.constantFrom("viable" as const, "viable" as const, ...Verdict.options),
  spendUsd: fc.oneof(
    fc.double({ min: 0.0001, max: 3, noNaN: true }),
    fc.constantFrom(0.5, 0.25, 0),
  ),
  inclusionProbability: fc.constantFrom(0.05, 0.1, 0.5, 1),
});

const drawn = fc.record({
  items: fc.array(labelled, { minLength: 1, maxLength: 30 }),
  /** Calls of the frame that no draw took. */
  others: fc.nat(500),
  frameTraces: fc.integer({ min: 30, max: 80 }),
  frameSpendUsd: fc.double({ min: 1, max: 100, noNaN: true }),
});

it.each(["calls", "spend"] as const)(
  "the interval of a share of %s is that of its formulas, with any sizes, traces and verdicts",
  (unit) => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 4 }), (strata) => {
        const share = computeShare(
          strata.flatMap(({ items }, at) =>
            items.map((item) => ({
              ...item,
              stratum: `s${at}`,
              cluster: `s${at}`,
              multiplicity: 1,
              tokens: null,
              frontier: false,
            })),
          ),
          strata.map(({ items, others, ...frame }, at) => ({
            ...frame,
            id: `s${at}`,
            frameCalls: items.length + others,
            frameTokens: null,
          })),
          { unit },
        );
        const again = strata
          .map(({ items, others, frameTraces, frameSpendUsd }) => ({
            labelled: items.map(({ trace, verdict, spendUsd, inclusionProbability }) => ({
              trace,
              size: (unit === "calls" ? 1 : spendUsd) / inclusionProbability,
              viable: verdict === "viable" || verdict === "no_model_needed",
            })),
            weight: unit === "calls" ? items.length + others : frameSpendUsd,
            calls: items.length + others,
            traces: frameTraces,
          }))
          .filter((stratum) => stratum.labelled.some(({ size }) => size > 0));
        const interval = again.length === 0 ? null : recountInterval(again);
        expect(share.interval?.low ?? -1).toBeCloseTo(interval?.low ?? -1, 8);
        expect(share.interval?.high ?? -1).toBeCloseTo(interval?.high ?? -1, 8);
      }),
      { numRuns: 500 },
    );
  },
);
