import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The first calls of a trace in their order: by time, then by place in the file. Narrow rows, no bodies. */
export function listTraceCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceId: RowId,
  limit: number,
) {
  return executor
    .select({
      id: calls.id,
      kindId: calls.kindId,
      stepType: calls.stepType,
      provider: calls.provider,
      model: calls.model,
      requestModel: calls.requestModel,
      inputTokens: calls.inputTokens,
      cachedInputTokens: calls.cachedInputTokens,
      cacheWriteTokens: calls.cacheWriteTokens,
      outputTokens: calls.outputTokens,
      statedCostUsd: calls.statedCostUsd,
      startedAt: calls.startedAt,
      latencyMs: calls.latencyMs,
      errored: calls.errored,
    })
    .from(calls)
    .where(
      and(eq(calls.workspaceId, workspaceId), eq(calls.traceId, traceId), isNull(calls.mergedInto)),
    )
    .orderBy(sql`${calls.startedAt} ASC NULLS LAST`, asc(calls.ordinal), asc(calls.id))
    .limit(limit);
}
