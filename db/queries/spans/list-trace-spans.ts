import { and, eq, getTableColumns, inArray, isNotNull, sql } from "drizzle-orm";
import { averageWorkspace } from "@/db/average-workspace";
import type { Executor } from "@/db/client";
import { calls, spans } from "@/db/schema";
import { soughtIn } from "@/db/sought";
import type { RowId, WorkspaceId } from "@/lib/ids";

const { pieces, ...columns } = getTableColumns(spans);
const narrow = { ...columns, inPieces: sql<boolean>`${pieces} IS NOT NULL` };

/** Every stored span of these traces, without the pieces of its conversation. */
export function listTraceSpans(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceIds: readonly RowId[],
) {
  return executor
    .select(narrow)
    .from(spans)
    .where(and(eq(spans.workspaceId, workspaceId), inArray(spans.traceId, [...traceIds])));
}

/** Which spans are sought: these, those below these, those with these answers or requests. */
export type SpansSought = {
  ids: readonly RowId[];
  parents: readonly RowId[];
  answers: readonly RowId[];
  requests: readonly RowId[];
};

/** The stored spans that are sought, likewise; each once. */
export async function listSoughtSpans(
  executor: Executor,
  workspaceId: WorkspaceId,
  { ids, parents, answers, requests }: SpansSought,
) {
  const by = [
    [columns.id, ids],
    [columns.parentId, parents],
    [columns.answerId, answers],
    [columns.requestNodeId, requests],
  ] as const;
  const found = await Promise.all(
    by
      .filter(([, values]) => values.length > 0)
      .map(([column, values]) =>
        executor
          .select(narrow)
          .from(spans)
          .where(soughtIn(spans, column, workspaceId, values)),
      ),
  );
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

/** How many spans and calls these traces have; none of those that have neither. */
export async function countTraceRows(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceIds: readonly RowId[],
): Promise<Map<RowId, { spans: number; calls: number }>> {
  if (traceIds.length === 0) return new Map();
  const list = `{${traceIds.join(",")}}`;
  const rows = await executor.execute<{ id: string; spans: number; calls: number }>(sql`
    SELECT given.id, (SELECT count(*)::int FROM spans WHERE spans.workspace_id = ${averageWorkspace(workspaceId)}
        AND spans.trace_id = given.id) AS spans,
      (SELECT count(*)::int FROM calls WHERE calls.workspace_id = ${averageWorkspace(workspaceId)}
        AND calls.trace_id = given.id) AS calls
    FROM unnest(${list}::uuid[]) AS given (id)`);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** The pieces of the conversations of these spans, by span; none of those that came whole. */
export async function listPieces(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: spans.id, pieces })
    .from(spans)
    .where(and(eq(spans.workspaceId, workspaceId), inArray(spans.id, [...ids]), isNotNull(pieces)));
  return new Map(rows.map((row) => [row.id, row.pieces ?? ""]));
}

/** Every stored call of these traces, the merged ones among them. */
export function listTraceCallRows(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceIds: readonly RowId[],
) {
  return executor
    .select()
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), inArray(calls.traceId, [...traceIds])));
}
