/** A stretch of a text in UTF-16 units, from included, to not. */
export type Stretch = readonly [from: number, to: number];

/** Which stretches of one block are new; an empty list where nothing is. */
export type BlockChange = readonly Stretch[];

/** Texts with more words than this are not compared. */
const MOST_WORDS = 6_000;
/** More differences than this say that the texts have little to do with each other. */
const MOST_EDITS = 600;
/** At least this share of the words must be the same, or a mark on everything would say nothing. */
const ENOUGH_SAME = 0.3;

/**
 * The stretches of a text that an earlier text does not have, word by word, by the shortest edit script
 * (Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1986).
 *
 * @returns null when the texts are too long or too different for marks to help
 */
export function markChanges(before: string, now: string): Stretch[] | null {
  if (before === now) return [];
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) return null;
  const kept = keptWords(
    old.map((word) => word.text),
    fresh.map((word) => word.text),
  );
  if (kept === null) return null;
  const same = fresh.filter((word, index) => kept.has(index) && word.text.trim() !== "").length;
  const words = fresh.filter((word) => word.text.trim() !== "").length;
  if (words === 0 || same / words < ENOUGH_SAME) return null;
  return joinStretches(fresh, kept);
}

type Word = { text: string; from: number };

/** Words, runs of blanks, and single signs: put together they are the text. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)].map((match) => ({
    text: match[0],
    from: match.index,
  }));

/** Neighbouring new words as one stretch, blanks between them included. */
function joinStretches(words: readonly Word[], kept: ReadonlySet<number>): Stretch[] {
  const stretches: [number, number][] = [];
  let lastNew = -2;
  for (const [index, word] of words.entries()) {
    if (kept.has(index) || word.text.trim() === "") continue;
    const end = word.from + word.text.length;
    const last = stretches.at(-1);
    const between = words.slice(lastNew + 1, index);
    if (last && between.every(({ text }) => text.trim() === "")) last[1] = end;
    else stretches.push([word.from, end]);
    lastNew = index;
  }
  return stretches;
}

/** The places in `now` of the words that a longest common subsequence keeps; null beyond the limit. */
function keptWords(before: readonly string[], now: readonly string[]): Set<number> | null {
  const most = Math.min(before.length + now.length, MOST_EDITS);
  const reached = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(new Map(reached));
    for (let k = -edits; k <= edits; k += 2) {
      let x = comesDown(reached, k, edits) ? at(reached, k + 1) : at(reached, k - 1) + 1;
      while (x < before.length && x - k < now.length && before[x] === now[x - k]) x += 1;
      reached.set(k, x);
      if (x >= before.length && x - k >= now.length) return walkBack(trail, before, now);
    }
  }
  return null;
}

function walkBack(
  trail: readonly Map<number, number>[],
  before: readonly string[],
  now: readonly string[],
): Set<number> {
  const kept = new Set<number>();
  let [x, y] = [before.length, now.length];
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const reached = trail[edits] ?? new Map<number, number>();
    const k = x - y;
    const previous = comesDown(reached, k, edits) ? k + 1 : k - 1;
    const fromX = at(reached, previous);
    const fromY = fromX - previous;
    for (; x > fromX && y > fromY && x > 0 && y > 0; x -= 1, y -= 1) kept.add(y - 1);
    [x, y] = [fromX, fromY];
  }
  return kept;
}

/** Whether the furthest path to diagonal k comes by an insertion. */
const comesDown = (reached: ReadonlyMap<number, number>, k: number, edits: number): boolean =>
  k === -edits || (k !== edits && at(reached, k - 1) < at(reached, k + 1));

const at = (reached: ReadonlyMap<number, number>, k: number): number => reached.get(k) ?? -1;
