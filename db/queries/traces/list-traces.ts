import { and, eq, getTableColumns, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { segmentCondition, segmentOrder } from "@/db/queries/keyset-order";
import { likePattern } from "@/db/queries/like-pattern";
import { traces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { type Page, readPage, type Segment } from "@/lib/paging/keyset";
import type { TraceQuery } from "@/lib/traces/trace-query";

export type StoredTrace = typeof traces.$inferSelect;

/** The traces of a workspace whose id, ours or the source's, holds the words. */
export function traceConditions(
  workspaceId: WorkspaceId,
  { q }: Pick<TraceQuery, "q">,
): SQL | undefined {
  const own = eq(traces.workspaceId, workspaceId);
  if (q === null) return own;
  const pattern = likePattern(q);
  return and(
    own,
    or(ilike(traces.sourceTraceId, pattern), sql`${traces.id}::text ILIKE ${pattern}`),
  );
}

/** One page of traces by their start, those without one last. */
export function listTraces(
  executor: Executor,
  condition: SQL | undefined,
  { page }: Pick<TraceQuery, "page">,
): Promise<Page<StoredTrace>> {
  return readPage(
    page,
    (segment, limit) => selectTraces(executor, condition, segment, limit),
    (row) => ({ value: row.startedAt, id: row.id }),
  );
}

/** The statement behind one segment of a page; a test looks at its plan. */
export function selectTraces(
  executor: Executor,
  condition: SQL | undefined,
  segment: Segment,
  limit: number,
) {
  return executor
    .select(getTableColumns(traces))
    .from(traces)
    .where(and(condition, segmentCondition(segment, traces.startedAt, traces.id)))
    .orderBy(segmentOrder(segment, traces.startedAt, traces.id))
    .limit(limit);
}
