import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { projections, workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

type NewProjection = Omit<typeof projections.$inferInsert, "workspaceId" | "number" | "createdAt">;

/**
 * Keeps a projection as it is; it is never written again.
 *
 * @returns its number: from 1, without gaps, one at a time per workspace
 */
export async function writeProjection(
  tx: Transaction,
  workspaceId: WorkspaceId,
  projection: NewProjection,
): Promise<number> {
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("update");
  const [row] = await tx
    .select({ number: sql<number>`coalesce(max(${projections.number}), 0) + 1` })
    .from(projections)
    .where(eq(projections.workspaceId, workspaceId));
  const number = row?.number ?? 1;
  await tx.insert(projections).values({ ...projection, workspaceId, number });
  return number;
}
