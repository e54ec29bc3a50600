import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** One call, narrow; null when there is none with this id. */
export async function getCall(executor: Executor, workspaceId: WorkspaceId, id: RowId) {
  const [row] = await executor
    .select()
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, id)));
  return row ?? null;
}
