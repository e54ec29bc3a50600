import type { RowId } from "@/lib/ids";
import { currentLabels } from "./consensus";
import type { LabelResult, LabelRow, OwnLabel, Rubric } from "./label-row";
import type { Verdict } from "./verdict";

/** A label row that is stored, with what judging a new one needs of it. */
export type StoredLabel = {
  id: RowId;
  itemId: RowId | null;
  raterId: RowId;
  verdict: Verdict | null;
  reasons: readonly number[];
  note: string | null;
  rubric: Rubric | null;
  alike: boolean;
  supersedes: RowId | null;
  retracted: boolean;
};

/**
 * Judges a batch of one rater's rows in their order: which are new, which are known from an
 * earlier try, which are refused. A row must follow the rater's own current label of its item:
 * history is a line, so a label given on another screen meanwhile is never overwritten unseen.
 *
 * @param items the items of the workspace among those that the rows name
 * @param stored the rater's rows on these items, and any row that bears the id of a new one
 */
export function judgeRows(
  rows: readonly LabelRow[],
  items: ReadonlySet<RowId>,
  stored: readonly StoredLabel[],
  raterId: RowId,
): { results: LabelResult[]; accepted: LabelRow[] } {
  const seen = new Map(stored.map((row) => [row.id, row]));
  const results: LabelResult[] = [];
  const accepted: LabelRow[] = [];
  for (const row of rows) {
    const earlier = seen.get(row.id);
    if (earlier) {
      const isOurs = earlier.raterId === raterId && earlier.itemId === row.itemId;
      results.push(
        isOurs ? { id: row.id, status: "known" } : refuse(row, "This id names another label."),
      );
    } else if (!items.has(row.itemId)) {
      results.push(refuse(row, "This item is no longer in the workspace."));
    } else {
      const current = currentOf([...seen.values()], row.itemId, raterId);
      if ((current?.id ?? null) === row.supersedes) {
        accepted.push(row);
        seen.set(row.id, { ...row, raterId });
        results.push({ id: row.id, status: "saved" });
      } else {
        results.push(refuse(row, "You labelled this item on another screen meanwhile.", current));
      }
    }
  }
  return { results, accepted };
}

function currentOf(rows: readonly StoredLabel[], itemId: RowId, raterId: RowId): OwnLabel | null {
  const own = rows.filter((row) => row.itemId === itemId && row.raterId === raterId);
  const [current] = currentLabels(own);
  if (!current || current.verdict === null) return null;
  const { id, verdict, reasons, note, rubric, alike } = current;
  return { id, verdict, reasons: [...reasons], note, rubric, alike };
}

const refuse = (row: LabelRow, reason: string, current: OwnLabel | null = null): LabelResult => ({
  id: row.id,
  status: "refused",
  reason,
  current,
});
