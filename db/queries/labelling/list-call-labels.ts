import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { CallLabel } from "@/lib/labelling/call-labels";
import { NOBODY } from "./slot-conditions";

/**
 * Slots that nobody has filled, of the drawn items of a call and of the calls that were asked alike:
 * to whoever gets one of them, a label of this call would say what to answer.
 */
export async function countUnfilled(
  executor: Executor,
  workspaceId: WorkspaceId,
  callId: RowId,
): Promise<number> {
  const [row] = await executor.execute<{ unfilled: number }>(sql`
    SELECT count(*)::int AS unfilled
    FROM calls call
    JOIN calls alike ON alike.workspace_id = call.workspace_id
      AND (alike.id = call.id OR alike.fingerprint = call.fingerprint)
    JOIN draw_items item ON item.workspace_id = alike.workspace_id AND item.call_id = alike.id
    JOIN assignments slot ON slot.workspace_id = item.workspace_id AND slot.item_id = item.id
    WHERE call.workspace_id = ${workspaceId} AND call.id = ${callId} AND slot.state <> 'done'`);
  return row?.unfilled ?? 0;
}

/**
 * The labels of a call as they stand, the oldest first: the reader's own, and others' if they may be
 * shown. What may not be shown is not read.
 */
export async function listCallLabels(
  executor: Executor,
  workspaceId: WorkspaceId,
  given: { callId: RowId; raterId: RowId | null; others: boolean },
): Promise<CallLabel[]> {
  const own = sql`label.rater_id = ${given.raterId ?? NOBODY}`;
  const rows = await executor.execute<CallLabel>(sql`
    SELECT label.id, label.verdict, label.reasons, label.note, label.rubric, label.origin,
      label.extra, label.created_at AS "createdAt", rater.name AS rater, rater.kind AS "raterKind",
      ${own} AS "isOwn", source.call_id AS "fromCallId"
    FROM labels label
    JOIN raters rater ON rater.workspace_id = label.workspace_id AND rater.id = label.rater_id
    LEFT JOIN labels source
      ON source.workspace_id = label.workspace_id AND source.id = label.propagated_from
    WHERE label.workspace_id = ${workspaceId} AND label.call_id = ${given.callId}
      AND (${given.others} OR ${own}) AND NOT label.retracted AND NOT EXISTS (
        SELECT 1 FROM labels later
        WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)
    ORDER BY label.created_at, label.id`);
  return [...rows];
}
