import type { RowId } from "@/lib/ids";

export type SortDirection = "asc" | "desc";

/** The value that a list is sorted by; null is unknown, and always last. */
export type SortValue = string | number | null;

/** A place in a sorted list: just beside the row that it names. */
export type Cursor = {
  value: SortValue;
  id: RowId;
  /** Whether the page ends before this row instead of beginning after it. */
  before: boolean;
};

export type PageRequest = { direction: SortDirection; cursor: Cursor | null; limit: number };

/**
 * A stretch of the list that is one plain range of the index (value descending, nulls last; then id).
 * `reverse` walks the index backwards.
 */
export type Segment =
  | { column: "equal"; value: string | number; id: RowId; reverse: boolean }
  | { column: "past"; value: string | number; reverse: boolean }
  | { column: "known"; reverse: boolean }
  | { column: "unknown"; id: RowId | null; reverse: boolean };

/**
 * The stretches to read one after the other until the page is full. Rows whose value is known come
 * first, sorted; then those whose value is unknown, by id. A cursor before a row walks away from it
 * backwards: its rows come in the reverse order.
 */
export function pageSegments({ direction, cursor }: Omit<PageRequest, "limit">): Segment[] {
  const backwards = cursor?.before ?? false;
  const reverse = (direction === "asc") !== backwards;
  if (cursor === null) {
    return [
      { column: "known", reverse },
      { column: "unknown", id: null, reverse: false },
    ];
  }
  const { value, id } = cursor;
  if (value === null) {
    const rest: Segment = { column: "unknown", id, reverse: backwards };
    return backwards ? [rest, { column: "known", reverse }] : [rest];
  }
  const known: Segment[] = [
    { column: "equal", value, id, reverse },
    { column: "past", value, reverse },
  ];
  return backwards ? known : [...known, { column: "unknown", id: null, reverse: false }];
}

export type Page<Row> = {
  rows: Row[];
  previous: Cursor | null;
  next: Cursor | null;
};

/**
 * Reads one page: the segments in their order, each only for what is still missing.
 *
 * @param read one segment, at most so many rows, in the order of its walk
 * @param keyOf what a row is sorted by, and its id
 */
export async function readPage<Row>(
  request: PageRequest,
  read: (segment: Segment, limit: number) => Promise<Row[]>,
  keyOf: (row: Row) => { value: SortValue; id: RowId },
): Promise<Page<Row>> {
  const { cursor, limit } = request;
  const found: Row[] = [];
  for (const segment of pageSegments(request)) {
    // one row more than asked for says whether there is another page
    const missing = limit + 1 - found.length;
    if (missing <= 0) break;
    // oxlint-disable-next-line no-await-in-loop -- the next segment is only read if this one is short
    found.push(...(await read(segment, missing)));
  }
  const more = found.length > limit;
  const rows = found.slice(0, limit);
  const backwards = cursor?.before ?? false;
  if (backwards) rows.reverse();
  const [first, last] = [rows.at(0), rows.at(-1)];
  const hasPrevious = backwards ? more : cursor !== null;
  const hasNext = backwards || more;
  return {
    rows,
    previous: first && hasPrevious ? { ...keyOf(first), before: true } : null,
    next: last && hasNext ? { ...keyOf(last), before: false } : null,
  };
}
