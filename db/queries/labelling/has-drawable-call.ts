import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { isDrawable } from "./list-frame";

/** Whether there is any call that a draw could take. */
export async function hasDrawableCall(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<boolean> {
  const rows = await executor
    .select({ one: sql`1` })
    .from(calls)
    .where(isDrawable(workspaceId))
    .limit(1);
  return rows.length > 0;
}
