import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { FrameCounts } from "@/lib/labelling/frame-counts";
import type { Scoping } from "@/lib/scope/scope-summary";
import { inFrame, waitingTraces } from "./frame-condition";

/** What a scope holds for a draw, and what a draw leaves out. */
export async function countFrame(
  executor: Executor,
  workspaceId: WorkspaceId,
  scoping: Scoping,
): Promise<FrameCounts> {
  const drawable = sql`NOT without_text AND NOT errored AND NOT waits`;
  const [row] = await executor.execute<FrameCounts>(sql`
    WITH held AS (
      SELECT call.errored, call.without_text, COALESCE(call.trace_id, call.id) AS trace_id,
        kind.cluster_id,
        COALESCE(call.trace_id, call.id) IN (${waitingTraces(workspaceId)}) AS waits
      FROM ${inFrame(workspaceId, scoping)}
    )
    SELECT count(*)::int AS calls,
      count(*) FILTER (WHERE ${drawable})::int AS drawable,
      count(DISTINCT trace_id) FILTER (WHERE ${drawable})::int AS traces,
      count(DISTINCT cluster_id) FILTER (WHERE ${drawable})::int AS clusters,
      count(*) FILTER (WHERE errored)::int AS errored,
      count(*) FILTER (WHERE without_text AND NOT errored)::int AS "withoutText",
      count(*) FILTER (WHERE waits AND NOT without_text AND NOT errored)::int AS waiting,
      count(DISTINCT trace_id)
        FILTER (WHERE waits AND NOT without_text AND NOT errored)::int AS "waitingTraces"
    FROM held`);
  if (!row) throw new Error("a count has one row");
  return row;
}
