import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { traces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { insertNewRows } from "./insert-rows";

/**
 * Makes the traces that are not there yet and locks all of them in one order until the end of the
 * transaction, so that one trace is settled by one at a time.
 *
 * @returns the ids of those that are new, and what each had come to when it was last settled.
 */
export async function lockTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly (typeof traces.$inferInsert)[],
): Promise<{ made: Set<RowId>; settled: Map<RowId, string | null> }> {
  const made = await insertNewRows(tx, traces, rows, traces.id);
  const ids = rows.map((row) => row.id);
  const locked = await tx
    .select({ id: traces.id, settled: traces.settled })
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), inArray(traces.id, ids)))
    .orderBy(asc(traces.id))
    // foreign keys of other transactions may go on pointing at them
    .for("no key update");
  return { made: new Set(made), settled: new Map(locked.map((row) => [row.id, row.settled])) };
}

/** Locks one trace until the end of the transaction. @returns whether it is there. */
export async function lockTrace(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<boolean> {
  const rows = await tx
    .select({ id: traces.id })
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), eq(traces.id, id)))
    .for("no key update");
  return rows.length > 0;
}
