import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** What the sums of these traces need of their calls, narrow: costs are priced at reading. */
export function listSummedCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  traceIds: readonly RowId[],
) {
  return executor
    .select({
      traceId: calls.traceId,
      provider: calls.provider,
      model: calls.model,
      requestModel: calls.requestModel,
      inputTokens: calls.inputTokens,
      cachedInputTokens: calls.cachedInputTokens,
      cacheWriteTokens: calls.cacheWriteTokens,
      outputTokens: calls.outputTokens,
      statedCostUsd: calls.statedCostUsd,
      startedAt: calls.startedAt,
      errored: calls.errored,
    })
    .from(calls)
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        inArray(calls.traceId, [...traceIds]),
        isNull(calls.mergedInto),
      ),
    );
}
