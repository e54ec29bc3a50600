import { bootstrapVariance } from "./bootstrap";
import { Z_95 } from "./interval";
import type { CellEstimate } from "./share-cell";
import { countTraces } from "./share-result";
import { finiteSampleSize } from "./wilson";

/** What the traces do to the error of a share. */
export interface TraceEffect {
  /** The variance over the variance of as many independent items, at least 1. */
  readonly design: number;
  /** By how much the number of items shrinks because the variance itself is only estimated, 0..1. */
  readonly certainty: number;
  /** One item a trace, of equal sizes within each cell: Wilson as it stands. */
  readonly independent: boolean;
  /** Every item agrees, so that drawing traces again shows nothing. */
  readonly unanimous: boolean;
}

type Weighted = CellEstimate & { readonly part: number };

/**
 * How much less than independent the items are because they share traces, over all cells together: a
 * trace has calls of several clusters.
 *
 * - `design`: the bootstrap variance over traces of the sum of influences, over the sum of their squares.
 *   Of what it adds only the part of the traces that were not seen counts, 1 - m / M: a draw takes
 *   calls, not traces, so that with every trace of the frame in the sample none of it is left (two
 *   stages: Cochran, Sampling Techniques, section 10.3). With M unknown all of it counts. When all agree,
 *   the traces are taken as the sample.
 *   Where few traces make up the variance it is raised towards that of a usual correlation of 0.3.
 * - `certainty`: (z / t)^2, t Student's quantile of the degrees of freedom that the variance has:
 *   m - 1, or 2 V^2 / var(V) where few traces make up most of V (Satterthwaite 1946; what a binomial
 *   variance of equal sizes would show anyhow is taken off).
 */
export function computeTraceEffect(cells: readonly CellEstimate[]): TraceEffect {
  const weighted = weigh(cells);
  const items = weighted.reduce((sum, { used }) => sum + used.length, 0);
  const traces = countTraces(weighted.flatMap(({ used }) => used));
  const oneEach = traces === items;
  if (oneEach && weighted.every(({ equalSizes }) => equalSizes)) {
    return { design: 1, certainty: 1, independent: true, unanimous: false };
  }
  const influences = weighted.flatMap(scaledInfluences);
  const squares = sumSquares(influences.map(({ alone }) => alone));
  const unseen = unseenTraces(weighted);
  if (squares === 0 || traces < 2) {
    const design = 1 + unseen * (items / traces - 1);
    return { design, certainty: 1, independent: false, unanimous: true };
  }
  const sums = sumByTrace(influences);
  const freedom = Math.min(traces - 1, freedomOf(sums, weighted));
  const seen = oneEach ? 0 : bootstrapVariance(sums) / squares - 1;
  const more = Math.max(0, seen, shrink(seen, USUAL_CORRELATION * (items / traces - 1), freedom));
  const certainty = certaintyOf(freedom);
  return { design: 1 + unseen * more, certainty, independent: false, unanimous: false };
}

/**
 * The number of independent items that the error of a cell is worth in an endless population (n
 * (N - 1) / (N - n): see {@link finiteSampleSize}); infinity when all of it is labelled.
 */
export function worthOf(cell: CellEstimate, { design, certainty }: TraceEffect): number {
  if (isCensus(cell)) return Number.POSITIVE_INFINITY;
  const { effectiveItems, population, covered } = cell;
  const finite = finiteSampleSize(covered, population) / covered;
  return (effectiveItems * certainty * finite) / design;
}

/** Whether every call of a cell is labelled. */
export const isCensus = ({ covered, population }: CellEstimate): boolean =>
  covered >= population - 1e-9;

/** Cells with their part of the whole, those without sampling error left out. */
function weigh(cells: readonly CellEstimate[]): Weighted[] {
  const whole = cells.reduce((sum, { weight }) => sum + weight, 0);
  return cells
    .filter((cell) => !isCensus(cell))
    .map((cell) => ({ ...cell, part: cell.weight / whole }));
}

const scaledInfluences = ({ influences, part, covered, population }: Weighted) => {
  const scale = part * Math.sqrt(1 - covered / population);
  return influences.map(({ trace, alone, together }) => ({
    trace,
    alone: alone * scale,
    together: together * scale,
  }));
};

/** The part of the traces that the sample did not see, the heavier cells counting more. */
function unseenTraces(cells: readonly Weighted[]): number {
  let [sum, weights] = [0, 0];
  for (const { used, part, populationTraces, effectiveItems } of cells) {
    const seen = populationTraces === null ? 0 : countTraces(used) / populationTraces;
    const weight = (part * part) / effectiveItems;
    sum += weight * Math.max(0, 1 - seen);
    weights += weight;
  }
  return weights > 0 ? sum / weights : 1;
}

/** Sums by trace, in rising order: not a digit must depend on the order of rows. */
function sumByTrace(
  influences: readonly { readonly trace: string | null; readonly together: number }[],
): number[] {
  const known = new Map<string, number>();
  const alone: number[] = [];
  for (const { trace, together } of influences) {
    if (trace === null) alone.push(together);
    else known.set(trace, (known.get(trace) ?? 0) + together);
  }
  return [...known.values(), ...alone].toSorted((a, b) => a - b);
}

/** What traces are taken to share where their sample says little. */
const USUAL_CORRELATION = 0.3;
/** Degrees of freedom that this is worth. */
const USUAL_FREEDOM = 8;

/** What few traces show, drawn to the usual: one that differs among many alike shows no correlation. */
const shrink = (seen: number, usual: number, freedom: number): number =>
  Number.isFinite(freedom)
    ? (freedom * seen + USUAL_FREEDOM * usual) / (freedom + USUAL_FREEDOM)
    : seen;

/** Degrees of freedom of the variance over traces, by its fourth moments. */
function freedomOf(sums: readonly number[], cells: readonly Weighted[]): number {
  const variance = sumSquares(sums);
  const fourth = sums.reduce((sum, one) => sum + one ** 4, 0);
  const binomial = cells.reduce((sum, { value, part, used, covered, population }) => {
    const spread = value * (1 - value);
    const seen = (1 - covered / population) ** 2;
    return sum + (seen * part ** 4 * spread * (1 - 4 * spread)) / used.length ** 3;
  }, 0);
  const error = fourth - variance ** 2 / sums.length - binomial;
  return error > 0 ? Math.max(2, (2 * variance ** 2) / error) : Number.POSITIVE_INFINITY;
}

const sumSquares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);

const certaintyOf = (freedom: number): number => (Z_95 / studentQuantile(freedom)) ** 2;

/** Student's 0.975 quantile, by the Cornish-Fisher expansion (Abramowitz and Stegun 26.7.5). */
function studentQuantile(freedom: number): number {
  const z = Z_95;
  const first = (z ** 3 + z) / (4 * freedom);
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
  return z + first + second;
}
