import { and, eq, getTableColumns, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { spans, traces, waitingRecords } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Rows that one statement carries: PostgreSQL takes 65,535 parameters. */
const CHUNK = 1000;

const KEPT = new Set(["workspaceId", "id", "importId", "createdAt"]);

type SpanRow = typeof spans.$inferInsert;

/**
 * Writes spans whole, new and changed ones. Of rows that leave out the pieces of their conversation,
 * these stay as they are stored. Their traces are locked.
 */
export async function writeSpans(tx: Transaction, rows: readonly SpanRow[]): Promise<void> {
  const [without, whole] = [
    rows.filter(({ pieces }) => pieces === undefined),
    rows.filter(({ pieces }) => pieces !== undefined),
  ];
  await upsertSpans(tx, without, new Set([...KEPT, "pieces"]));
  await upsertSpans(tx, whole, KEPT);
}

async function upsertSpans(tx: Transaction, rows: SpanRow[], kept: ReadonlySet<string>) {
  const columns = Object.entries(getTableColumns(spans)).filter(([key]) => !kept.has(key));
  const set = Object.fromEntries(
    columns.map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]),
  );
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insert(spans)
      .values(rows.slice(from, from + CHUNK))
      .onConflictDoUpdate({ target: [spans.workspaceId, spans.id], set });
  }
}

export type TraceFacts = Pick<
  typeof traces.$inferInsert,
  "id" | "environment" | "outcome" | "startedAt" | "endedAt" | "settled"
>;

/** Writes what a run as a whole is now known to be. */
export async function writeTraceFacts(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, ...facts }: TraceFacts,
): Promise<void> {
  const { environment = null, outcome = null, startedAt = null, endedAt = null } = facts;
  const { settled = null } = facts;
  await tx
    .update(traces)
    .set({ environment, outcome, startedAt, endedAt, settled })
    .where(
      and(
        eq(traces.workspaceId, workspaceId),
        eq(traces.id, id),
        sql`(${traces.environment}, ${traces.outcome}, ${traces.startedAt}, ${traces.endedAt}, ${traces.settled})
          IS DISTINCT FROM (${environment}::text, ${outcome}::boolean, ${startedAt}::timestamptz, ${endedAt}::timestamptz, ${settled}::text)`,
      ),
    );
}

/** Forgets what the spans of a trace had come to: the next ones settle all of it. */
export async function forgetSettled(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<void> {
  await tx
    .update(traces)
    .set({ settled: null })
    .where(and(eq(traces.workspaceId, workspaceId), eq(traces.id, id), isNotNull(traces.settled)));
}

/**
 * Holds a workspace's waiting records still until the end of the transaction: alone for whoever may
 * add one, shared for whoever brings spans. So no record waits for a span that has just come.
 */
export async function lockWaiting(
  tx: Transaction,
  workspaceId: WorkspaceId,
  how: "alone" | "shared",
): Promise<void> {
  const lock = sql.raw(how === "alone" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared");
  await tx.execute(sql`SELECT ${lock}(hashtextextended(${`waiting ${workspaceId}`}, 0))`);
}

/** Lets records wait for their span; the same record waits once. */
export async function addWaiting(
  tx: Transaction,
  rows: (typeof waitingRecords.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(waitingRecords).values(rows).onConflictDoNothing();
}

/** Takes away records whose span has come. */
export async function dropWaiting(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(waitingRecords)
    .where(and(eq(waitingRecords.workspaceId, workspaceId), inArray(waitingRecords.id, [...ids])));
}
