import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { labels, raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * A member's rater, made on first use. The row is locked, so that one rater's batches are judged
 * one after the other.
 */
export async function lockMemberRater(
  tx: Transaction,
  workspaceId: WorkspaceId,
  user: { id: string; name: string },
): Promise<RowId> {
  await tx
    .insert(raters)
    .values({ workspaceId, id: randomUUID(), kind: "member", name: user.name, userId: user.id })
    .onConflictDoNothing({ target: [raters.workspaceId, raters.userId] });
  const [row] = await tx
    .select({ id: raters.id })
    .from(raters)
    .where(and(eq(raters.workspaceId, workspaceId), eq(raters.userId, user.id)))
    .for("update");
  if (!row) throw new Error("a rater that was just made has gone");
  return row.id;
}

/** Adds labels. Rows are only ever added. */
export async function writeLabels(
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly Omit<typeof labels.$inferInsert, "workspaceId">[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(labels).values(rows.map((row) => ({ ...row, workspaceId })));
}
