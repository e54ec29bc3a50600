import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { traces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Contradicted: its records disagree, so that the outcome is unknown whatever each of them says. */
type TraceOutcome = { outcome: boolean | null; contradicted: boolean };

/** Whether these runs did what they were for; null where the source does not say. */
export async function listTraceOutcomes(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, TraceOutcome>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: traces.id, outcome: traces.outcome, contradicted: traces.outcomeConflict })
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), inArray(traces.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, ...said }) => [id, said]));
}
