import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { traces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** One trace, or null. */
export async function getTrace(executor: Executor, workspaceId: WorkspaceId, id: RowId) {
  const [row] = await executor
    .select()
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), eq(traces.id, id)));
  return row ?? null;
}
