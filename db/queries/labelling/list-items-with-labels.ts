import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls, drawItems, draws, labels } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { wasForAlike } from "./own-labels";

/** Where labels may go: the items among these ids, with the call and the codebook they ask by. */
export function listItems(executor: Executor, workspaceId: WorkspaceId, ids: readonly RowId[]) {
  return executor
    .select({
      id: drawItems.id,
      callId: drawItems.callId,
      fingerprint: calls.fingerprint,
      drawId: drawItems.drawId,
      codebookId: draws.codebookId,
    })
    .from(drawItems)
    .innerJoin(
      draws,
      and(eq(draws.workspaceId, drawItems.workspaceId), eq(draws.id, drawItems.drawId)),
    )
    .innerJoin(
      calls,
      and(eq(calls.workspaceId, drawItems.workspaceId), eq(calls.id, drawItems.callId)),
    )
    .where(and(eq(drawItems.workspaceId, workspaceId), inArray(drawItems.id, [...ids])));
}

/** Every row that one rater wrote on these items, and any row that bears one of these ids. */
export function listRowsInTheWay(
  executor: Executor,
  workspaceId: WorkspaceId,
  raterId: RowId,
  given: { itemIds: readonly RowId[]; ids: readonly RowId[] },
) {
  return executor
    .select({
      id: labels.id,
      itemId: labels.itemId,
      raterId: labels.raterId,
      verdict: labels.verdict,
      reasons: labels.reasons,
      note: labels.note,
      rubric: labels.rubric,
      alike: sql<boolean>`${wasForAlike(sql`${labels}`)}`,
      supersedes: labels.supersedes,
      retracted: labels.retracted,
    })
    .from(labels)
    .where(
      and(
        eq(labels.workspaceId, workspaceId),
        or(
          and(eq(labels.raterId, raterId), inArray(labels.itemId, [...given.itemIds])),
          inArray(labels.id, [...given.ids]),
        ),
      ),
    );
}
