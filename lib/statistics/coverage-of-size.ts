import table from "./coverage-table.json";
import type { Share } from "./share-result";

/** How often intervals of so many labels, of so many traces, covered this true share. */
export interface SizeCoverage {
  readonly labels: number;
  readonly traces: number;
  /** At most one half: a share of 0.9 is as one of 0.1. */
  readonly share: number;
  /** 0..1 */
  readonly covered: number;
}

/** Samples behind each cell of the table. */
export const SIMULATED_SAMPLES = table.samples;

/**
 * The simulated coverage of the size nearest to a share's own, in labels, labels a trace and share (on
 * logarithmic scales). The simulation takes whole traces of an endless frame,
 * verdicts correlated by 0.3 within a trace (`npm run bench -- coverage`).
 *
 * @returns null where there is no sampling error to speak of, or nothing to say it from
 */
export function coverageOfSize({ value, interval, method, n, traces }: Share): SizeCoverage | null {
  if (value === null || interval === null || method === "census" || traces === 0) return null;
  const distance = (size: SizeCoverage) =>
    3 * Math.abs(Math.log(size.labels / n)) +
    Math.abs(Math.log((size.labels / size.traces) * (traces / n))) +
    2 * Math.abs(logit(size.share) - logit(Math.max(0.02, Math.min(value, 1 - value))));
  let nearest: SizeCoverage | null = null;
  for (const size of table.sizes) {
    if (nearest === null || distance(size) < distance(nearest)) nearest = size;
  }
  return nearest;
}

const logit = (share: number): number => Math.log(share / (1 - share));
