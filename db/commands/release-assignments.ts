import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { assignments } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Gives back the slots that a rater holds on a lease; what they filled stays theirs.
 *
 * @returns how many slots are open again.
 */
export async function releaseClaimed(
  executor: Executor,
  workspaceId: WorkspaceId,
  raterId: RowId,
): Promise<number> {
  const released = await executor
    .update(assignments)
    .set({ state: "open", raterId: null, leaseUntil: null })
    .where(
      and(
        eq(assignments.workspaceId, workspaceId),
        eq(assignments.raterId, raterId),
        eq(assignments.state, "claimed"),
      ),
    )
    .returning({ id: assignments.id });
  return released.length;
}

/**
 * Opens to all the slots that were kept for a rater who is gone, for nobody else could fill them.
 *
 * @returns how many slots were kept.
 */
export async function releaseKept(
  executor: Executor,
  workspaceId: WorkspaceId,
  raterId: RowId,
): Promise<number> {
  const released = await executor
    .update(assignments)
    .set({ keptFor: null })
    .where(
      and(
        eq(assignments.workspaceId, workspaceId),
        eq(assignments.keptFor, raterId),
        eq(assignments.state, "open"),
      ),
    )
    .returning({ id: assignments.id });
  return released.length;
}
