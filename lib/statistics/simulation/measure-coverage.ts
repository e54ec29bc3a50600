import type { Interval } from "@/lib/statistics/interval";
import { computeShare } from "@/lib/statistics/share";
import type { ShareItem, StratumFrame } from "@/lib/statistics/share-item";
import { openWorld, type World } from "./world";

export type IntervalMethod = (
  items: readonly ShareItem[],
  strata: readonly StratumFrame[],
  unit: World["unit"],
) => Interval | null;

/** How often an interval covered the truth, and what the samples were like. */
export interface Coverage {
  readonly world: string;
  readonly samples: number;
  /** 0..1 */
  readonly covered: number;
  /** Samples whose interval lay wholly above the truth, and wholly below it, 0..1. */
  readonly above: number;
  readonly below: number;
  readonly truth: number;
  /** Means over the samples. */
  readonly labels: number;
  readonly traces: number;
  readonly width: number;
}

/** The interval that the product shows. */
export const shownInterval: IntervalMethod = (items, strata, unit) =>
  computeShare(items, strata, { unit }).interval;

/** Samples a world again and again. A sample without an interval covers nothing. */
export function measureCoverage(world: World, samples: number, method = shownInterval): Coverage {
  const { truth, strata, sample } = openWorld(world);
  const sum = { covered: 0, above: 0, below: 0, labels: 0, traces: 0, width: 0 };
  for (let count = 0; count < samples; count++) {
    const items = sample();
    const interval = method(items, strata, world.unit);
    const { low, high } = interval ?? { low: Number.NaN, high: Number.NaN };
    if (low > truth) sum.above += 1;
    else if (high < truth) sum.below += 1;
    else if (interval !== null) sum.covered += 1;
    sum.labels += items.length;
    sum.traces += new Set(items.map(({ trace }) => trace)).size;
    sum.width += high - low;
  }
  const mean = (total: number) => total / samples;
  return {
    world: world.name,
    samples,
    truth,
    covered: mean(sum.covered),
    above: mean(sum.above),
    below: mean(sum.below),
    labels: mean(sum.labels),
    traces: mean(sum.traces),
    width: mean(sum.width),
  };
}
