import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls, kinds } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { FrameCall } from "@/lib/labelling/draw";

/** A call can be drawn if it is not merged into another and has a text to judge. */
export const isDrawable = (workspaceId: WorkspaceId) =>
  and(eq(calls.workspaceId, workspaceId), isNull(calls.mergedInto), eq(calls.withoutText, false));

/** Every call that could be drawn, in these clusters or (null) in all. */
export function listFrame(
  executor: Executor,
  workspaceId: WorkspaceId,
  clusterIds: readonly RowId[] | null,
): Promise<FrameCall[]> {
  return executor
    .select({
      callId: calls.id,
      clusterId: kinds.clusterId,
      traceId: calls.traceId,
      spendUsd: calls.costUsd,
      tokens: calls.totalTokens,
    })
    .from(calls)
    .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
    .where(
      and(
        isDrawable(workspaceId),
        clusterIds === null ? undefined : inArray(kinds.clusterId, [...clusterIds]),
      ),
    );
}
