import { and, eq, lt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { waitingRecords } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Drops the records whose span has not come since a moment.
 *
 * @returns how many of each import; those of imports that have gone are not told
 */
export async function expireWaiting(
  tx: Transaction,
  workspaceId: WorkspaceId,
  before: Date,
): Promise<Map<RowId, number>> {
  const gone = await tx
    .delete(waitingRecords)
    .where(
      and(
        eq(waitingRecords.workspaceId, workspaceId),
        lt(waitingRecords.createdAt, before.toISOString()),
      ),
    )
    .returning({ importId: waitingRecords.importId });
  const counts = new Map<RowId, number>();
  for (const { importId } of gone) {
    if (importId !== null) counts.set(importId, (counts.get(importId) ?? 0) + 1);
  }
  return counts;
}
