import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, drawItems, itemSkips } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

type Passed = { raterId: RowId; itemId: RowId };

/** Notes that a rater passes an item over, and opens their slot of it to everybody. */
export async function writeSkip(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { raterId, itemId, reason }: Passed & { reason: string },
): Promise<void> {
  await tx
    .insert(itemSkips)
    .values({ workspaceId, itemId, raterId, reason })
    .onConflictDoUpdate({
      target: [itemSkips.workspaceId, itemSkips.itemId, itemSkips.raterId],
      set: { reason },
    });
  const own = and(eq(assignments.workspaceId, workspaceId), eq(assignments.itemId, itemId));
  await tx
    .update(assignments)
    .set({ state: "open", raterId: null, leaseUntil: null })
    .where(and(own, eq(assignments.raterId, raterId), eq(assignments.state, "claimed")));
  await tx
    .update(assignments)
    .set({ keptFor: null })
    .where(and(own, eq(assignments.keptFor, raterId), eq(assignments.state, "open")));
}

/** Forgets what a rater passed over in a draw: they want to see it again. Answers how many items. */
export async function dropSkips(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { raterId, drawId }: { raterId: RowId; drawId: RowId },
): Promise<number> {
  const items = tx
    .select({ id: drawItems.id })
    .from(drawItems)
    .where(and(eq(drawItems.workspaceId, workspaceId), eq(drawItems.drawId, drawId)));
  const gone = await tx
    .delete(itemSkips)
    .where(
      and(
        eq(itemSkips.workspaceId, workspaceId),
        eq(itemSkips.raterId, raterId),
        inArray(itemSkips.itemId, items),
      ),
    )
    .returning({ one: sql`1` });
  return gone.length;
}
