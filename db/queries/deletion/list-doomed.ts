import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calls } from "@/db/schema";
import type { DeletionScope } from "@/lib/deletion/deletion-scope";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { isDoomedCall, isNamed } from "./doomed";

export type CallRow = typeof calls.$inferSelect;

/** So many traces are looked at in one batch. */
const TRACES = 100;

/** Some traces in which something is to go, in the order of their ids. */
export async function listDoomedTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeletionScope,
): Promise<RowId[]> {
  const rows = await tx.execute<{ id: RowId }>(sql`
    SELECT DISTINCT trace_id AS id FROM (
      (SELECT trace_id FROM calls WHERE ${isNamed(sql`calls`, workspaceId, scope)}
        AND trace_id IS NOT NULL LIMIT ${TRACES})
      UNION ALL
      (SELECT trace_id FROM spans WHERE ${isNamed(sql`spans`, workspaceId, scope)} LIMIT ${TRACES})
    ) named ORDER BY trace_id LIMIT ${TRACES}`);
  return rows.map((row) => row.id);
}

/** The calls of these traces that go, whole traces one after the other. */
export function listDoomedCalls(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeletionScope,
  traceIds: readonly RowId[],
  limit: number,
): Promise<CallRow[]> {
  return tx
    .select()
    .from(calls)
    .where(
      and(
        eq(calls.workspaceId, workspaceId),
        inArray(calls.traceId, [...traceIds]),
        isDoomedCall(sql`calls`, workspaceId, scope),
      ),
    )
    .orderBy(asc(calls.traceId), asc(calls.id))
    .limit(limit);
}

/** The calls outside any trace that go, import after import. */
export function listDoomedLooseCalls(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeletionScope,
  limit: number,
): Promise<CallRow[]> {
  return tx
    .select()
    .from(calls)
    .where(and(isNamed(sql`calls`, workspaceId, scope), isNull(calls.traceId)))
    .orderBy(asc(calls.importId), asc(calls.ordinal))
    .limit(limit);
}
