import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { drawItems, drawStrata } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The strata of a draw, in the order of parts and clusters. */
export function listStrataOfDraw(executor: Executor, workspaceId: WorkspaceId, drawId: RowId) {
  return executor
    .select()
    .from(drawStrata)
    .where(and(eq(drawStrata.workspaceId, workspaceId), eq(drawStrata.drawId, drawId)))
    .orderBy(asc(drawStrata.part), asc(drawStrata.clusterId));
}

/** The items of a draw in the order of its queue. */
export function listItemsOfDraw(executor: Executor, workspaceId: WorkspaceId, drawId: RowId) {
  return executor
    .select()
    .from(drawItems)
    .where(and(eq(drawItems.workspaceId, workspaceId), eq(drawItems.drawId, drawId)))
    .orderBy(asc(drawItems.position));
}
