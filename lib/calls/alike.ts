/** Calls alike are counted up to here; one more stands for all above. */
export const MOST_ALIKE = 1_000;

/** A row, and how many it stands for. */
export type Folded<Row> = { row: Row; folded: number };

/**
 * The first row of each group, in the order in which they came, with the size of the group; a row
 * without a group stays alone. Folding goes no further than the rows given, which are one page: to
 * fold a whole list by keyset would mean to read every repeat between two rows.
 */
export function foldRows<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => string | null,
): Folded<Row>[] {
  const kept: Folded<Row>[] = [];
  const first = new Map<string, Folded<Row>>();
  for (const row of rows) {
    const group = groupOf(row);
    const before = group === null ? undefined : first.get(group);
    if (before) {
      before.folded += 1;
      continue;
    }
    const one = { row, folded: 1 };
    kept.push(one);
    if (group !== null) first.set(group, one);
  }
  return kept;
}
