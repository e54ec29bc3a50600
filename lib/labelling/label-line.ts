import type { RowId } from "@/lib/ids";
import type { LabelRow, OwnLabel, Rubric } from "./label-row";

type Said = Pick<LabelRow, "id" | "verdict" | "note" | "rubric" | "alike" | "decisionMs"> & {
  reasons: readonly number[];
};

/**
 * What one rater said of an item, oldest first, ending with the label that stands: what undo walks
 * back along. A row that was not measured and says again what stood before the last is an undo: both
 * it and what it took back are folded into one. A retraction ends the line.
 */
export const extendLine = (line: readonly OwnLabel[], rows: readonly Said[]): readonly OwnLabel[] =>
  rows.reduce(addWord, line);

function addWord(line: readonly OwnLabel[], row: Said): readonly OwnLabel[] {
  const { id, verdict, reasons, note, rubric, alike } = row;
  if (verdict === null) return [];
  const own = { id, verdict, reasons: [...reasons], note, rubric, alike };
  const back = line.at(-2);
  const isUndo = row.decisionMs === null && back !== undefined && sameWords(back, own);
  return [...(isUndo ? line.slice(0, -2) : line), own];
}

/** The rows that lead to one, oldest first, by what each supersedes. */
export function rowsUpTo<Row extends { id: RowId; supersedes: RowId | null }>(
  rows: readonly Row[],
  last: RowId,
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found: Row[] = [];
  for (let row = byId.get(last); row; row = byId.get(row.supersedes ?? "")) found.unshift(row);
  return found;
}

export const sameWords = (a: Omit<OwnLabel, "id">, b: Omit<OwnLabel, "id">): boolean =>
  a.verdict === b.verdict &&
  a.note === b.note &&
  a.alike === b.alike &&
  a.reasons.join() === b.reasons.join() &&
  rubricText(a.rubric) === rubricText(b.rubric);

const rubricText = (rubric: Rubric | null): string =>
  JSON.stringify(Object.entries(rubric ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
