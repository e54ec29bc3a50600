import { and, getTableColumns, type SQL } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { segmentCondition, segmentOrder } from "@/db/queries/keyset-order";
import { calls } from "@/db/schema";
import type { CallQuery, CallSort } from "@/lib/calls/call-query";
import { type Page, readPage, type Segment } from "@/lib/paging/keyset";

/** The column that a list is sorted by. */
export const SORT_COLUMN = {
  time: calls.startedAt,
  cost: calls.costUsd,
  tokens: calls.totalTokens,
  latency: calls.latencyMs,
} satisfies Record<CallSort, unknown>;

const SORT_KEY = {
  time: "startedAt",
  cost: "costUsd",
  tokens: "totalTokens",
  latency: "latencyMs",
} as const satisfies Record<CallSort, keyof CallRow>;

export type CallRow = typeof calls.$inferSelect;

/** One page of calls, narrow rows only. `condition` is that of {@link callConditions}. */
export function listCalls(
  executor: Executor,
  condition: SQL | undefined,
  { sort, page }: Pick<CallQuery, "sort" | "page">,
): Promise<Page<CallRow>> {
  return readPage(
    page,
    (segment, limit) => selectSegment(executor, condition, sort, segment, limit),
    (row) => ({ value: row[SORT_KEY[sort]], id: row.id }),
  );
}

/** The statement behind one segment of a page; a test looks at its plan. */
export function selectSegment(
  executor: Executor,
  condition: SQL | undefined,
  sort: CallSort,
  segment: Segment,
  limit: number,
) {
  const column = SORT_COLUMN[sort];
  return executor
    .select(getTableColumns(calls))
    .from(calls)
    .where(and(condition, segmentCondition(segment, column, calls.id)))
    .orderBy(segmentOrder(segment, column, calls.id))
    .limit(limit);
}
