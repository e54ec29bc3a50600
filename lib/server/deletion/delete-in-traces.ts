import { inArray, and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deleteCalls, deleteDoomedSpans } from "@/db/commands/delete-calls";
import { sweepNodes } from "@/db/commands/sweep-nodes";
import { deleteEmptyTraces, restateTraces } from "@/db/commands/tidy-traces";
import { listDoomedCalls, listDoomedTraces } from "@/db/queries/deletion/list-doomed";
import { spans, traces } from "@/db/schema";
import type { DeletionScope } from "@/lib/deletion/deletion-scope";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getKeyedDigest } from "@/lib/server/digest";
import { resettleTrace } from "./resettle-trace";
import { passOn, takeBack } from "./take-back";

/**
 * Deletes a batch of what goes from traces. A trace with more calls than a batch takes is worked off
 * piece by piece and settled anew with its last.
 *
 * @returns how many counted calls went, or null when no trace holds anything that goes.
 */
export async function deleteInTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeletionScope,
  limit: number,
): Promise<number | null> {
  const ids = await listDoomedTraces(tx, workspaceId, scope);
  if (ids.length === 0) return null;
  // one more than go now tells in which trace more is to come
  const found = await listDoomedCalls(tx, workspaceId, scope, ids, limit + 1);
  const rows = found.slice(0, limit);
  const cut = found[limit]?.traceId ?? null;
  const whole = cut === null ? ids : ids.slice(0, ids.indexOf(cut));
  await deleteDoomedSpans(tx, workspaceId, scope, whole);
  const gone = await takeBack(tx, rows);
  await deleteCalls(
    tx,
    workspaceId,
    rows.map((row) => row.id),
  );
  await passOn(tx, workspaceId, rows);
  await tidy(tx, workspaceId, whole);
  const touched = cut === null ? whole : [...whole, cut];
  for (const id of touched) await sweepNodes(tx, workspaceId, id);
  return gone;
}

async function tidy(tx: Transaction, workspaceId: WorkspaceId, ids: readonly RowId[]) {
  if (ids.length === 0) return;
  await deleteEmptyTraces(tx, workspaceId, ids);
  await restateTraces(tx, workspaceId, ids);
  const digest = getKeyedDigest();
  for (const trace of await listSpanned(tx, workspaceId, ids)) {
    await resettleTrace(tx, workspaceId, trace, digest);
  }
}

/** Those of these traces that have spans left. */
function listSpanned(tx: Transaction, workspaceId: WorkspaceId, ids: readonly RowId[]) {
  return tx
    .selectDistinct({ id: traces.id, sourceTraceId: traces.sourceTraceId })
    .from(traces)
    .innerJoin(spans, and(eq(spans.workspaceId, traces.workspaceId), eq(spans.traceId, traces.id)))
    .where(and(eq(traces.workspaceId, workspaceId), inArray(traces.id, [...ids])));
}
