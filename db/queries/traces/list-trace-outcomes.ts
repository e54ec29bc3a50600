import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { traces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Whether these runs did what they were for; null where the source does not say. */
export async function listTraceOutcomes(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, boolean | null>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: traces.id, outcome: traces.outcome })
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), inArray(traces.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row.outcome]));
}
