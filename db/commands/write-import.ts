import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Executor } from "@/db/client";
import { imports, rejectedRecords, ROLLING_SOURCES } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type ImportRow = typeof imports.$inferSelect;

/** Opens an import; null when one with this id is already there. */
export async function openImport(
  executor: Executor,
  row: typeof imports.$inferInsert,
): Promise<ImportRow | null> {
  const [opened] = await executor.insert(imports).values(row).onConflictDoNothing().returning();
  return opened ?? null;
}

/** What one batch adds to a receipt. */
export type ImportProgress = Pick<
  ImportRow,
  | "records"
  | "callsNew"
  | "callsKnown"
  | "callsCompleted"
  | "callsConflicting"
  | "other"
  | "unparseable"
  | "tracesNew"
  | "errored"
  | "withoutGroundTruth"
  | "withoutText"
  | "redacted"
  | "nearDuplicate"
>;

/** Adds a batch to the receipt, in the transaction of the rows that it counts. */
export async function advanceImport(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
  added: ImportProgress,
  now: Pick<ImportRow, "bytesRead" | "bytesReceived" | "warnings" | "found">,
  redactions: Record<string, number>,
): Promise<void> {
  const sums = Object.fromEntries(
    Object.entries(added).map(([key, value]) => [
      key,
      sql`${imports[key as keyof ImportProgress]} + ${value}`,
    ]),
  );
  await executor
    .update(imports)
    .set({
      ...sums,
      ...now,
      redactions: sumOfCounts(imports.redactions, redactions),
      heartbeatAt: sql`now()`,
    })
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id)))
    .prepare("advance-import")
    .execute();
}

/** Counts by name kept as JSON, and more of them: their sums, name by name. */
export const sumOfCounts = (kept: AnyPgColumn, more: Record<string, number>) => sql`(
  SELECT coalesce(jsonb_object_agg(name, total), '{}'::jsonb) FROM (
    SELECT name, sum(count::int) AS total FROM (
      SELECT * FROM jsonb_each_text(${kept})
      UNION ALL SELECT * FROM jsonb_each_text(${JSON.stringify(more)}::jsonb)
    ) AS counts (name, count) GROUP BY name
  ) AS sums)`;

/** Closes an import; its counts stay as its batches left them. */
export async function closeImport(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
  end: Pick<ImportRow, "state" | "problem" | "bytesReceived" | "bytesRead" | "format"> &
    // left out by who has written them with each batch
    Partial<Pick<ImportRow, "warnings">>,
): Promise<ImportRow> {
  const [row] = await executor
    .update(imports)
    .set({ ...end, finishedAt: sql`now()` })
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id)))
    .returning();
  if (!row) throw new Error(`import ${id} has gone`);
  return row;
}

/** Says that somebody still reads this import, whether or not a record comes. */
export async function beatImport(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<void> {
  await executor
    .update(imports)
    .set({ heartbeatAt: sql`now()` })
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id)));
}

/**
 * Imports whose server stopped under them are said to be interrupted, in every workspace.
 *
 * @param olderThan seconds without a heartbeat, several times what lies between two of them
 */
export async function closeStaleImports(executor: Executor, olderThan = 120): Promise<number> {
  const rows = await executor
    .update(imports)
    .set({
      state: "interrupted",
      problem:
        "The server stopped while it read this file. What is counted here is kept; send the file again, and what is already here is known.",
      finishedAt: sql`now()`,
    })
    .where(
      and(
        eq(imports.state, "running"),
        notInArray(imports.source, [...ROLLING_SOURCES]),
        sql`${imports.heartbeatAt} < now() - ${olderThan}::int * interval '1 second'`,
      ),
    )
    .returning({ id: imports.id });
  return rows.length;
}

/** A day's import is done when its UTC day is over, and what was under way at midnight has come in. */
export async function closePastDays(executor: Executor): Promise<number> {
  const rows = await executor
    .update(imports)
    .set({ state: "done", finishedAt: sql`now()` })
    .where(
      and(
        eq(imports.state, "running"),
        inArray(imports.source, [...ROLLING_SOURCES]),
        sql`${imports.createdAt} < date_trunc('day', now() - interval '5 minutes', 'UTC')`,
      ),
    )
    .returning({ id: imports.id });
  return rows.length;
}

/** Keeps what did not become a call, for the list that can be downloaded. */
export async function writeRejected(
  executor: Executor,
  rows: (typeof rejectedRecords.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await executor.insert(rejectedRecords).values(rows).onConflictDoNothing();
}
