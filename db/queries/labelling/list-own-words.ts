import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { labels, raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { wasForAlike } from "./own-labels";

/** All that one person ever said of these items, in no order: also what no longer stands. */
export async function listOwnWords(
  executor: Executor,
  workspaceId: WorkspaceId,
  { userId, itemIds }: { userId: string; itemIds: readonly RowId[] },
) {
  if (itemIds.length === 0) return [];
  return executor
    .select({
      id: labels.id,
      verdict: labels.verdict,
      reasons: labels.reasons,
      note: labels.note,
      rubric: labels.rubric,
      alike: sql<boolean>`${wasForAlike(sql`${labels}`)}`,
      decisionMs: labels.decisionMs,
      supersedes: labels.supersedes,
    })
    .from(labels)
    .innerJoin(
      raters,
      and(eq(raters.workspaceId, labels.workspaceId), eq(raters.id, labels.raterId)),
    )
    .where(
      and(
        eq(labels.workspaceId, workspaceId),
        inArray(labels.itemId, [...itemIds]),
        eq(raters.userId, userId),
      ),
    );
}
