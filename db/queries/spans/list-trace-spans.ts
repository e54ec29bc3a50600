import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls, spans } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Every stored span of these traces. */
export function listTraceSpans(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceIds: readonly RowId[],
) {
  return executor
    .select()
    .from(spans)
    .where(and(eq(spans.workspaceId, workspaceId), inArray(spans.traceId, [...traceIds])));
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
