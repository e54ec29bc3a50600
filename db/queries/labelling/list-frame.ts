import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { FrameCall } from "@/lib/labelling/close-frame";
import type { Scoping } from "@/lib/scope/scope-summary";
import { inFrame, isDrawable, waitingTraces } from "./frame-condition";

/**
 * Every call of a scope that could be drawn now: it has an answer and a text to judge, and its trace
 * has come to rest.
 *
 * @param butNotOf a draw whose frame holds some of them already, which are left out
 */
export async function listFrame(
  executor: Executor,
  workspaceId: WorkspaceId,
  scoping: Scoping,
  butNotOf: RowId | null = null,
): Promise<FrameCall[]> {
  const isNew =
    butNotOf === null
      ? sql`true`
      : sql`NOT EXISTS (SELECT 1 FROM draw_frame place WHERE place.workspace_id = ${workspaceId}
          AND place.draw_id = ${butNotOf} AND place.call_id = call.id)`;
  const rows = await executor.execute<FrameCall>(sql`
    SELECT call.id AS "callId", kind.cluster_id AS "clusterId", call.trace_id AS "traceId",
      call.fingerprint, call.cost_usd AS "spendUsd", call.total_tokens AS tokens
    FROM ${inFrame(workspaceId, scoping)} AND ${isDrawable} AND ${isNew}
      AND COALESCE(call.trace_id, call.id) NOT IN (${waitingTraces(workspaceId)})`);
  return [...rows];
}
