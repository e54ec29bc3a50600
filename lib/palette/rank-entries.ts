import { fuzzyScore } from "./fuzzy-score";

/** Something that the palette offers. */
export type PaletteEntry = {
  readonly id: string;
  /** Under which heading it stands. */
  readonly group: string;
  readonly label: string;
  /** Said beside it, and not searched. */
  readonly detail?: string | undefined;
  /** Its keys, as the table of keys writes them. */
  readonly keys?: string | undefined;
  /** The server found it for what was typed: it fits whatever its label says. */
  readonly found?: true;
  /** Hidden until something is typed. */
  readonly quiet?: true;
};

const MOST_SHOWN = 40;

/**
 * The entries that fit what was typed, group by group: the group of the best one first, and within a
 * group the best first. Nothing typed: all but the quiet ones, as they stand.
 */
export function rankEntries<Entry extends PaletteEntry>(
  entries: readonly Entry[],
  typed: string,
): Entry[] {
  if (typed.trim() === "") return entries.filter(({ quiet }) => !quiet).slice(0, MOST_SHOWN);
  const fitting = entries.flatMap((entry) => {
    const score = entry.found ? 0 : fuzzyScore(typed, entry.label);
    return score === null ? [] : [{ entry, score }];
  });
  const best = new Map<string, number>();
  for (const { entry, score } of fitting) {
    best.set(entry.group, Math.max(score, best.get(entry.group) ?? Number.NEGATIVE_INFINITY));
  }
  const groups = [...best.keys()].toSorted((a, b) => (best.get(b) ?? 0) - (best.get(a) ?? 0));
  return groups
    .flatMap((group) =>
      fitting.filter(({ entry }) => entry.group === group).toSorted((a, b) => b.score - a.score),
    )
    .map(({ entry }) => entry)
    .slice(0, MOST_SHOWN);
}
