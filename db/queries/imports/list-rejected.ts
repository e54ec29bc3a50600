import { and, asc, eq, gt } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { rejectedRecords } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type RejectedRow = Pick<
  typeof rejectedRecords.$inferSelect,
  "ordinal" | "line" | "why" | "reason" | "excerpt"
>;

/** Records of an import that did not become a new or known call, in the order of the file. */
export function listRejected(
  executor: Executor,
  workspaceId: WorkspaceId,
  importId: RowId,
  { afterOrdinal, limit }: { afterOrdinal: number; limit: number },
): Promise<RejectedRow[]> {
  const { ordinal, line, why, reason, excerpt } = rejectedRecords;
  return executor
    .select({ ordinal, line, why, reason, excerpt })
    .from(rejectedRecords)
    .where(
      and(
        eq(rejectedRecords.workspaceId, workspaceId),
        eq(rejectedRecords.importId, importId),
        gt(rejectedRecords.ordinal, afterOrdinal),
      ),
    )
    .orderBy(asc(rejectedRecords.ordinal))
    .limit(limit);
}
