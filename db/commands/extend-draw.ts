import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { drawItems, draws, drawStrata } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Locks a draw, so that of two extensions the second sees what the first took. */
export async function lockDraw(
  tx: Transaction,
  workspaceId: WorkspaceId,
  number: number,
): Promise<RowId | null> {
  const [row] = await tx
    .select({ id: draws.id })
    .from(draws)
    .where(and(eq(draws.workspaceId, workspaceId), eq(draws.number, number)))
    .for("update");
  return row?.id ?? null;
}

export type RaisedStratum = {
  clusterId: RowId;
  part: number;
  keptUnits: number;
  drawn: number;
  spread: number | null;
  /** What the probabilities of the items that it had are multiplied by: (n/N') after over before. */
  factor: number;
};

/** Raises what strata of a draw have given, and the probabilities of the items that they had. */
export async function raiseDrawnStrata(
  tx: Transaction,
  workspaceId: WorkspaceId,
  drawId: RowId,
  strata: readonly RaisedStratum[],
): Promise<void> {
  for (const { clusterId, part, factor, ...counts } of strata) {
    await tx
      .update(drawStrata)
      .set(counts)
      .where(
        and(
          eq(drawStrata.workspaceId, workspaceId),
          eq(drawStrata.drawId, drawId),
          eq(drawStrata.clusterId, clusterId),
          eq(drawStrata.part, part),
        ),
      );
    await tx
      .update(drawItems)
      .set({
        inclusionProbability: sql`LEAST(1, ${drawItems.inclusionProbability} * ${factor}::float8)`,
      })
      .where(
        and(
          eq(drawItems.workspaceId, workspaceId),
          eq(drawItems.drawId, drawId),
          eq(drawItems.clusterId, clusterId),
          eq(drawItems.part, part),
        ),
      );
  }
}

/** Sets what an extension changes in the draw's own row. */
export async function updateDraw(
  tx: Transaction,
  workspaceId: WorkspaceId,
  drawId: RowId,
  change: Partial<Pick<typeof draws.$inferInsert, "steps" | "parts" | "frameCalls" | "frameHash">>,
): Promise<void> {
  await tx
    .update(draws)
    .set(change)
    .where(and(eq(draws.workspaceId, workspaceId), eq(draws.id, drawId)));
}
