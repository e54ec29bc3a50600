import { countsAsViable, type ShareItem, type ShareUnit, sizeOf } from "./share-item";
import { mixPortions, type Portions, portionsOf } from "./share-result";

/** A part of what a share speaks of that is estimated by itself: a stratum, or a domain within it. */
export interface Cell {
  readonly items: readonly ShareItem[];
  /** What it weighs in the whole; any scale. */
  readonly weight: number;
  /** Calls in it, drawn or not. */
  readonly population: number;
  /** Distinct traces in it, drawn or not; null is unknown. */
  readonly populationTraces: number | null;
}

/** What one labelled item adds to the deviation of its cell's share. */
interface Influence {
  /** Null stands alone. */
  readonly trace: string | null;
  /** As if the item stood alone. */
  readonly alone: number;
  /** With the others of its trace in the cell. */
  readonly together: number;
}

/** The share of one cell, and what its error is made of. */
export interface CellEstimate extends Omit<Cell, "items"> {
  readonly portions: Portions;
  readonly value: number;
  /** Labelled items whose size in the unit is known. */
  readonly used: readonly ShareItem[];
  /** Calls that these stand for by themselves, near-duplicates among them. */
  readonly covered: number;
  /** Items that it is worth before traces are looked at: n of equal sizes, fewer of unequal ones. */
  readonly effectiveItems: number;
  readonly equalSizes: boolean;
  readonly influences: readonly Influence[];
}

/**
 * The share of a cell: sum of the viable sizes over the sum of all sizes (a ratio estimate), with the
 * number of independent items that would have its variance, p (1 - p) / sum influence^2.
 *
 * An item's influence is size (y - p) / (sum of sizes), divided by (1 - its part of the sizes, or its
 * trace's)^0.65: the residual of a large item is small because it pulls the share to itself (MacKinnon and White 1985,
 * Journal of Econometrics 29:305-325: exponent 1/2 is unbiased for equal variances, 1 is the jackknife;
 * the simulation of coverage chose between). When all agree the number is Kish's, (sum s)^2 / sum s^2.
 *
 * @returns null when nothing labelled has a known size
 */
export function estimateCell(cell: Cell, unit: ShareUnit): CellEstimate | null {
  const { items, ...rest } = cell;
  const sized = sizeItems(items, unit);
  const portions = mixPortions(
    sized.map(({ size, verdict }) => ({ weight: size, portions: portionsOf(verdict) })),
  );
  if (portions === null) return null;
  const whole = sized.reduce((sum, { size }) => sum + size, 0);
  // one sum, in the order of the whole: where all agree it is exactly 1, and not nearly
  const value =
    sized.reduce((sum, { size, verdict }) => sum + (countsAsViable(verdict) ? size : 0), 0) / whole;
  const concentration = sized.reduce((sum, { size }) => sum + (size / whole) ** 2, 0);
  const parts = new Map<string, number>();
  for (const { item, size } of sized) {
    if (item.trace !== null) parts.set(item.trace, (parts.get(item.trace) ?? 0) + size / whole);
  }
  const influences = sized.map(({ item: { trace }, size, verdict }) => {
    const part = size / whole;
    const raw = part * (Number(countsAsViable(verdict)) - value);
    const together = trace === null ? part : (parts.get(trace) ?? part);
    return { trace, alone: raw * leverage(part), together: raw * leverage(together) };
  });
  const variance = influences.reduce((sum, { alone }) => sum + alone ** 2, 0);
  const sizes = sized.map(({ size }) => size);
  const equalSizes = Math.max(...sizes) - Math.min(...sizes) <= 1e-9 * Math.max(...sizes);
  const counted = equalSizes || variance === 0;
  return {
    ...rest,
    portions,
    value,
    used: sized.map(({ item }) => item),
    covered: sized.reduce((sum, { item }) => sum + item.multiplicity, 0),
    equalSizes,
    effectiveItems: counted ? 1 / concentration : (value * (1 - value)) / variance,
    influences,
  };
}

/** The labelled items of a known size, in an order of their own: rows come in any. */
function sizeItems(items: readonly ShareItem[], unit: ShareUnit) {
  return items
    .flatMap((item) => {
      const size = sizeOf(item, unit);
      return item.verdict === null || size === null ? [] : [{ item, size, verdict: item.verdict }];
    })
    .toSorted(
      (a, b) =>
        compare(a.item.trace ?? "", b.item.trace ?? "") ||
        a.size - b.size ||
        compare(a.verdict, b.verdict),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const leverage = (part: number): number => Math.max(SMALLEST_REST, 1 - part) ** -0.65;

/** One item that is nearly all of the sizes must not make an endless influence. */
const SMALLEST_REST = 0.1;
