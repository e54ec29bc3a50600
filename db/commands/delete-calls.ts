import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calls, spans } from "@/db/schema";
import { isDoomedSpan } from "@/db/queries/deletion/doomed";
import type { DeletionScope } from "@/lib/deletion/deletion-scope";
import type { RowId, WorkspaceId } from "@/lib/ids";

const idList = (ids: readonly RowId[]) => sql`${sql.param(`{${ids.join(",")}}`)}::uuid[]`;

/**
 * Deletes calls, the spans that made them, their places in frames; drawn items and labels follow by
 * their foreign keys. What a draw counted when it was made stays as drawn: an estimate then speaks of
 * the items that are left, with the probabilities of the draw. Totals are the caller's to take back.
 */
export async function deleteCalls(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    DELETE FROM spans USING calls gone WHERE spans.workspace_id = ${workspaceId}
      AND gone.workspace_id = ${workspaceId} AND gone.id = ANY(${idList(ids)})
      AND spans.trace_id = gone.trace_id AND spans.source_span_id = gone.source_span_id
      AND spans.settled_id IS NOT NULL`);
  await tx.execute(sql`
    DELETE FROM draw_frame place USING draws, unnest(${idList(ids)}) AS gone (id)
    WHERE draws.workspace_id = ${workspaceId} AND place.workspace_id = ${workspaceId}
      AND place.draw_id = draws.id AND place.call_id = gone.id`);
  await tx
    .delete(calls)
    .where(and(eq(calls.workspaceId, workspaceId), inArray(calls.id, [...ids])));
}

/** Deletes the spans of these traces that go. Call it while the calls that they made are there. */
export async function deleteDoomedSpans(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeletionScope,
  traceIds: readonly RowId[],
): Promise<void> {
  if (traceIds.length === 0) return;
  await tx
    .delete(spans)
    .where(
      and(
        eq(spans.workspaceId, workspaceId),
        inArray(spans.traceId, [...traceIds]),
        isDoomedSpan(sql`spans`, workspaceId, scope),
      ),
    );
}
