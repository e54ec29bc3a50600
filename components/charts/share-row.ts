import { formatShare } from "@/lib/display/percent";

/** One cluster in a share chart */
export type ShareRow = {
  id: string;
  label: string;
  href?: string;
  /** What the length of the bar stands for: spend or calls, in one unit for all rows. */
  weight: number;
  /** The weight as it is read: "$1,020". */
  weightText: string;
  /** Items of the draw by verdict; `unlabelled` are those still waiting. */
  parts: {
    viable: number;
    noModelNeeded: number;
    unsure: number;
    notViable: number;
    unlabelled: number;
  };
  /**
   * Viable and no model needed, of the labelled items; each from 0 to 1. Null: no labels yet. Null
   * ends: no interval, and the note says why.
   */
  share: { value: number; low: number | null; high: number | null } | null;
  /** Labelled items. */
  n: number;
  /** What to do next, or why there is no interval. */
  note: string | null;
};

export const PART_KEYS = ["viable", "noModelNeeded", "unsure", "notViable", "unlabelled"] as const;
export type PartKey = (typeof PART_KEYS)[number];

export type ShareBar = { id: string } & Record<PartKey, number> & {
    /** Where the interval of the viable share lies on the bar, in units of weight; null if unknown. */
    whisker: { low: number; high: number } | null;
  };

const intervalOf = ({ share }: ShareRow): { low: number; high: number } | null =>
  share && share.low !== null && share.high !== null ? { low: share.low, high: share.high } : null;

/** "94 % [84, 98]"; a dash without labels. */
export const formatRowShare = (row: ShareRow): string =>
  formatShare(row.share?.value, intervalOf(row));

/**
 * Lays a row on its bar: the whole is as long as the weight, the parts share it by their counts. The
 * share speaks of labelled items only, so its interval lies on the labelled part of the bar, around
 * the end of what is viable.
 */
export const layShareBar = (row: ShareRow): ShareBar => {
  const total = PART_KEYS.reduce((sum, key) => sum + row.parts[key], 0);
  const lengthOf = (count: number) => (total === 0 ? 0 : (row.weight * count) / total);
  const labelled = row.weight - lengthOf(row.parts.unlabelled);
  const ends = total === 0 || row.n === 0 ? null : intervalOf(row);
  return {
    id: row.id,
    viable: lengthOf(row.parts.viable),
    noModelNeeded: lengthOf(row.parts.noModelNeeded),
    unsure: lengthOf(row.parts.unsure),
    notViable: lengthOf(row.parts.notViable),
    unlabelled: total === 0 ? row.weight : lengthOf(row.parts.unlabelled),
    whisker: ends && { low: labelled * ends.low, high: labelled * ends.high },
  };
};

/** The chart in words, for those who do not see it. */
export const summariseShares = (weightName: string, rows: readonly ShareRow[]): string =>
  `Bars as long as ${weightName}. ${rows
    .map(
      (row) =>
        `${row.label}: ${row.weightText}, ${row.share ? formatRowShare(row) : "not labelled yet"}`,
    )
    .join("; ")}.`;
