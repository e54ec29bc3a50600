import { describe, expect, it } from "vitest";
import { computeShare } from "./share";
import { type ShareItem, sizeOf } from "./share-item";
import {
  hansenHurwitzTotal,
  horvitzThompsonTotal,
  inclusionProbability,
  stratifiedShare,
} from "./survey";

describe("the stratified share of Scheaffer, Mendenhall and Ott", () => {
  const strata = [
    { population: 155, sample: 20, share: 0.8 },
    { population: 62, sample: 8, share: 0.25 },
    { population: 93, sample: 12, share: 0.5 },
  ];

  it.each([
    [0, 0.007334],
    [1, 0.023329],
    [2, 0.019795],
  ])("has the published variance in stratum %i", (at, variance) => {
    expect(stratifiedShare(strata.slice(at, at + 1)).variance).toBeCloseTo(variance, 6);
  });

  it("is 0.60 with variance 0.004548, two standard errors 0.1349", () => {
    const { value, variance } = stratifiedShare(strata);
    expect(value).toBeCloseTo(0.6, 10);
    expect(variance).toBeCloseTo(0.004548, 6);
    expect(2 * Math.sqrt(variance)).toBeCloseTo(0.1349, 4);
  });

  it("is the share that the product computes of the same calls", () => {
    const items = strata.flatMap(({ population, sample, share }, stratum) =>
      Array.from({ length: sample }, (_, n) => ({
        ...ITEM,
        stratum: String(stratum),
        verdict: n < share * sample ? ("viable" as const) : ("not_viable" as const),
        inclusionProbability: sample / population,
      })),
    );
    const frames = strata.map(({ population }, id) => ({
      id: String(id),
      frameCalls: population,
      frameSpendUsd: null,
      frameTokens: null,
    }));
    const { value, interval } = computeShare(items, frames, { unit: "calls" });
    expect(value).toBeCloseTo(stratifiedShare(strata).value, 12);
    const half = ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2;
    expect(half / (1.96 * Math.sqrt(stratifiedShare(strata).variance))).toBeGreaterThan(0.93);
    expect(half / (1.96 * Math.sqrt(stratifiedShare(strata).variance))).toBeLessThan(1.03);
  });
});

describe("the three draws of Thompson, Sampling, chapter 6", () => {
  const draws = [
    { value: 3, chance: 0.06 },
    { value: 10, chance: 0.2 },
    { value: 7, chance: 0.1 },
  ];
  const chanceOf = (at: number) => draws[at]?.chance ?? 0;
  const inclusions = draws.map(({ chance }) => inclusionProbability([chance, chance, chance]));
  const joint = (one: number, other: number) => {
    const either = chanceOf(one) + chanceOf(other);
    const ofOne = inclusions[one] ?? 0;
    return ofOne + (inclusions[other] ?? 0) - inclusionProbability([either, either, either]);
  };

  it("include each with 0.1694, 0.4880, 0.2710, two together with 0.0626, 0.0331, 0.1020", () => {
    expect(inclusions.map((one) => one.toFixed(4))).toEqual(["0.1694", "0.4880", "0.2710"]);
    expect([joint(0, 1), joint(0, 2), joint(1, 2)].map((one) => one.toFixed(4))).toEqual([
      "0.0626",
      "0.0331",
      "0.1020",
    ]);
  });

  it("give the Horvitz-Thompson total 64.03 with variance 62.46", () => {
    const units = draws.map(({ value }, at) => ({ value, inclusion: inclusions[at] ?? 1 }));
    const { value, variance } = horvitzThompsonTotal(units, joint);
    expect(value).toBeCloseTo(64.03, 2);
    expect(variance).toBeCloseTo(62.46, 1);
  });

  it("are what the product weighs items by", () => {
    const total = draws.reduce((sum, { value }, at) => {
      const item = { ...ITEM, spendUsd: value, inclusionProbability: inclusions[at] ?? 1 };
      return sum + (sizeOf(item, "spend") ?? 0);
    }, 0);
    expect(total).toBeCloseTo(64.03, 2);
  });

  it("give the Hansen-Hurwitz total 56.67 with variance 44.44", () => {
    const { value, variance } = hansenHurwitzTotal(draws);
    expect(value).toBeCloseTo(56.67, 2);
    expect(variance).toBeCloseTo(44.44, 2);
  });
});

const ITEM: ShareItem = {
  stratum: "s",
  trace: null,
  cluster: "s",
  verdict: "viable",
  inclusionProbability: 1,
  multiplicity: 1,
  spendUsd: null,
  tokens: null,
  frontier: null,
};
