import { desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { countQueue } from "@/db/queries/labelling/count-queue";
import { findRaterId } from "@/db/queries/labelling/find-rater-id";
import { draws } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** Items of the newest draw that wait for a member: those that they could label now. */
export async function countItemsToLabel(
  executor: Executor,
  workspaceId: WorkspaceId,
  userId: string,
  now: Date,
): Promise<number> {
  const [draw] = await executor
    .select({ id: draws.id })
    .from(draws)
    .where(eq(draws.workspaceId, workspaceId))
    .orderBy(desc(draws.number))
    .limit(1);
  if (!draw) return 0;
  const raterId = await findRaterId(executor, workspaceId, userId);
  const counts = await countQueue(executor, workspaceId, {
    drawId: draw.id,
    userId,
    raterId,
    now,
  });
  return counts.open;
}
