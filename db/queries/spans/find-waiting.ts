import { and, asc, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { spans, traces, waitingRecords } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** The source's trace id of each of these spans that is stored; of several, the first by row id. */
export async function findTracesOfSpans(
  executor: Executor,
  workspaceId: WorkspaceId,
  sourceSpanIds: readonly string[],
): Promise<Map<string, string>> {
  if (sourceSpanIds.length === 0) return new Map();
  const rows = await executor
    .select({ spanId: spans.sourceSpanId, traceId: traces.sourceTraceId })
    .from(spans)
    .innerJoin(traces, and(eq(traces.workspaceId, spans.workspaceId), eq(traces.id, spans.traceId)))
    .where(and(eq(spans.workspaceId, workspaceId), inArray(spans.sourceSpanId, [...sourceSpanIds])))
    .orderBy(asc(spans.id));
  return new Map(rows.toReversed().map((row) => [row.spanId, row.traceId]));
}

/** Records that wait for one of these spans. */
export function listWaiting(
  executor: Executor,
  workspaceId: WorkspaceId,
  sourceSpanIds: readonly string[],
) {
  return executor
    .select()
    .from(waitingRecords)
    .where(
      and(
        eq(waitingRecords.workspaceId, workspaceId),
        inArray(waitingRecords.sourceSpanId, [...sourceSpanIds]),
      ),
    )
    .orderBy(asc(waitingRecords.id));
}
