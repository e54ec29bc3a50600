/** Something that saves. */
interface Saver {
  readonly id: string;
  readonly name: string;
  /** US dollars, likely. */
  readonly usd: number;
}

export type Cumulated<Item extends Saver> = Item & {
  /** This and all before it, in US dollars. */
  readonly sumUsd: number;
  /** The same as a part of all that is saved, 0..1. */
  readonly part: number;
};

/** What saves, the most first, added up; what saves nothing is left out. */
export function cumulate<Item extends Saver>(items: readonly Item[]): Cumulated<Item>[] {
  const saving = items
    .filter(({ usd }) => usd > 0)
    .toSorted((a, b) => b.usd - a.usd || (a.name < b.name ? -1 : 1));
  const all = saving.reduce((sum, { usd }) => sum + usd, 0);
  let sumUsd = 0;
  return saving.map((item) => {
    sumUsd += item.usd;
    return { ...item, sumUsd, part: sumUsd / all };
  });
}

/** The first so many that bring a part of the whole. */
export const countFor = (cumulated: readonly { readonly part: number }[], part: number): number =>
  cumulated.findIndex((item) => item.part >= part - 1e-9) + 1;
