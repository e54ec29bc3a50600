import { and, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { segmentCondition } from "@/db/queries/keyset-order";
import { calls } from "@/db/schema";
import type { CallSort } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { pageSegments, type SortDirection, type SortValue } from "@/lib/paging/keyset";
import { alikeCalls } from "./alike-calls";
import { SORT_COLUMN } from "./list-calls";

/** A place in a sorted list of calls. */
export type Place = { sort: CallSort; direction: SortDirection; value: SortValue; id: RowId };

/**
 * Those of these fingerprints that a call of the list has before a place in it. A scalar subquery
 * looks at the calls of one fingerprint each, whatever the planner thinks of the list.
 *
 * @param condition that of the list
 */
export async function findAlikeBefore(
  executor: Executor,
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  { sort, direction, value, id }: Place,
  fingerprints: readonly RowId[],
): Promise<Set<RowId>> {
  if (fingerprints.length === 0) return new Set();
  const segments = pageSegments({ direction, cursor: { value, id, before: true } });
  const before = or(
    ...segments.map((segment) => segmentCondition(segment, SORT_COLUMN[sort], calls.id)),
  );
  const rows = await executor.execute<{ fingerprint: RowId }>(sql`
    SELECT given.fingerprint
    FROM unnest(${sql.param(`{${fingerprints.join(",")}}`)}::uuid[]) AS given (fingerprint)
    WHERE (
      SELECT true FROM ${alikeCalls(workspaceId)} WHERE ${and(condition, before)} LIMIT 1
    )`);
  return new Set(rows.map((row) => row.fingerprint));
}
