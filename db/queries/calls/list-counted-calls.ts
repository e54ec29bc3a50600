import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** What the totals count of a call. */
const COUNTED = {
  id: calls.id,
  workspaceId: calls.workspaceId,
  kindId: calls.kindId,
  startedAt: calls.startedAt,
  provider: calls.provider,
  model: calls.model,
  requestModel: calls.requestModel,
  environment: calls.environment,
  errored: calls.errored,
  inputTokens: calls.inputTokens,
  cachedInputTokens: calls.cachedInputTokens,
  cacheWriteTokens: calls.cacheWriteTokens,
  outputTokens: calls.outputTokens,
  reasoningTokens: calls.reasoningTokens,
  statedCostUsd: calls.statedCostUsd,
};
export type CountedCall = Pick<typeof calls.$inferSelect, keyof typeof COUNTED>;

/** A page of the calls that count, in the order of their ids. */
export function listCountedCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  after: RowId | null,
  limit: number,
): Promise<CountedCall[]> {
  return executor
    .select(COUNTED)
    .from(calls)
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        isNull(calls.mergedInto),
        after === null ? undefined : gt(calls.id, after),
      ),
    )
    .orderBy(asc(calls.id))
    .limit(limit);
}
