import { and, type SQL } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { segmentCondition, segmentOrder } from "@/db/queries/keyset-order";
import { calls } from "@/db/schema";
import { firstOfGroups, MOST_LOOKED_AT } from "@/lib/calls/alike";
import type { CallQuery, CallSort } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import {
  type Cursor,
  type Page,
  readPage,
  type Segment,
  type SortValue,
} from "@/lib/paging/keyset";
import { findAlikeBefore, type Place } from "./find-alike-before";
import { SORT_COLUMN } from "./list-calls";

/** What tells a call's group and its place in the list. */
export type FirstAlike = { id: RowId; fingerprint: RowId | null; value: SortValue };

export type FoldedPage = Page<FirstAlike> & {
  /** Calls that were looked at for this page. */
  lookedAt: number;
};

/**
 * One page of a list in which calls that were asked alike are one row: the first of them in the order
 * of the list. Each group comes exactly once over all pages, forwards and backwards alike.
 *
 * The list is walked in stretches. Of the calls that are the first of their group within a stretch,
 * those fall out of which one alike comes before the stretch. So a page costs what it walks, and of
 * each group that it meets at most the calls of it.
 *
 * @param past groups that are known to have come on an earlier page, and need no look
 */
export async function listFirstAlike(
  executor: Executor,
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  { sort, page }: Pick<CallQuery, "sort" | "page">,
  past: ReadonlySet<RowId> = new Set(),
): Promise<FoldedPage> {
  const { direction, limit } = page;
  const before = (fingerprints: readonly RowId[], place: Place) =>
    findAlikeBefore(executor, workspaceId, condition, place, fingerprints);
  const backwards = page.cursor?.before ?? false;
  const seen = new Set(past);
  const found: FirstAlike[] = [];
  let cursor = page.cursor;
  let near: FirstAlike | undefined;
  let lookedAt = 0;
  for (let size = 2 * limit; ; size = Math.min(4 * size, MOST_LOOKED_AT - lookedAt)) {
    // oxlint-disable-next-line no-await-in-loop -- the next stretch is only read if this one is poor
    const stretch = await readPage(
      { direction, cursor, limit: size },
      (segment, most) => selectKeys(executor, condition, sort, segment, most),
      (row) => row,
    );
    const [first, last] = [stretch.rows.at(0), stretch.rows.at(-1)];
    if (!first || !last) break;
    near ??= backwards ? last : first;
    lookedAt += stretch.rows.length;
    const isBeginning = backwards ? stretch.previous === null : page.cursor === null;
    const place = isBeginning ? null : { sort, direction, value: first.value, id: first.id };
    // oxlint-disable-next-line no-await-in-loop -- as above
    const kept = await firstsOf(before, place, stretch.rows, seen);
    found.push(...(backwards ? kept.toReversed() : kept));
    // what was walked forwards comes before all that follows
    if (!backwards) for (const { fingerprint } of stretch.rows) seen.add(fingerprint ?? "");
    cursor = backwards ? stretch.previous : stretch.next;
    if (cursor === null || found.length > limit || lookedAt >= MOST_LOOKED_AT) break;
  }
  const rows = found.slice(0, limit);
  const far = found.length > limit ? beside(rows.at(-1), backwards) : cursor;
  const back = page.cursor === null ? null : beside(near, !backwards);
  return {
    rows: backwards ? rows.toReversed() : rows,
    previous: backwards ? far : back,
    next: backwards ? back : far,
    lookedAt,
  };
}

/**
 * The calls of a stretch that are the first of their group in the whole list.
 *
 * @param before those of these groups that the list has before a place
 * @param place where the stretch begins; null at the beginning of the list
 * @param seen groups that have come before it
 */
async function firstsOf(
  before: (fingerprints: readonly RowId[], place: Place) => Promise<Set<RowId>>,
  place: Place | null,
  stretch: readonly FirstAlike[],
  seen: ReadonlySet<RowId>,
): Promise<FirstAlike[]> {
  const candidates = firstOfGroups(stretch, groupOf).filter((row) => !isIn(seen, row));
  if (place === null) return candidates;
  const fingerprints = candidates.flatMap((row) => row.fingerprint ?? []);
  const known = await before(fingerprints, place);
  return candidates.filter((row) => !isIn(known, row));
}

const groupOf = (row: FirstAlike) => row.fingerprint;

const isIn = (groups: ReadonlySet<RowId>, { fingerprint }: FirstAlike) =>
  fingerprint !== null && groups.has(fingerprint);

const beside = (row: FirstAlike | undefined, before: boolean): Cursor | null =>
  row === undefined ? null : { value: row.value, id: row.id, before };

function selectKeys(
  executor: Executor,
  condition: SQL | undefined,
  sort: CallSort,
  segment: Segment,
  limit: number,
): Promise<FirstAlike[]> {
  const column = SORT_COLUMN[sort];
  return executor
    .select({ id: calls.id, fingerprint: calls.fingerprint, value: column })
    .from(calls)
    .where(and(condition, segmentCondition(segment, column, calls.id)))
    .orderBy(segmentOrder(segment, column, calls.id))
    .limit(limit);
}
