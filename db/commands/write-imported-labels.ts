import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idArray } from "@/db/queries/labelling/slot-conditions";
import { codebooks, labels, raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { Codebook } from "@/lib/labelling/codebook";
import { insertNewRows } from "./insert-rows";

/** Two imports of labels into a workspace take turns until the end of the transaction. */
export async function lockLabelImport(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  const name = `label import ${workspaceId}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** The external raters of these names, made where there is none; how many were made. */
export async function findExternalRaters(
  tx: Transaction,
  workspaceId: WorkspaceId,
  names: readonly string[],
): Promise<{ ids: Map<string, RowId>; made: number }> {
  const found = await tx
    .select({ id: raters.id, name: raters.name })
    .from(raters)
    .where(
      and(
        eq(raters.workspaceId, workspaceId),
        eq(raters.kind, "external"),
        inArray(raters.name, [...names]),
      ),
    );
  const ids = new Map(found.map((row) => [row.name, row.id]));
  const missing = [...new Set(names)].filter((name) => !ids.has(name));
  const rows = missing.map((name) => ({
    workspaceId,
    id: randomUUID(),
    kind: "external" as const,
    name,
  }));
  await insertNewRows(tx, raters, rows, raters.id);
  for (const row of rows) ids.set(row.name, row.id);
  return { ids, made: rows.length };
}

/** The newest version of the codebook, by which labels from elsewhere are read. */
export async function getNewestCodebook(
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<{ id: RowId; version: number; content: Codebook }> {
  const [row] = await tx
    .select({ id: codebooks.id, version: codebooks.version, content: codebooks.content })
    .from(codebooks)
    .where(eq(codebooks.workspaceId, workspaceId))
    .orderBy(desc(codebooks.version))
    .limit(1);
  if (!row) throw new Error(`workspace ${workspaceId} has no codebook`);
  return { ...row, content: Codebook.parse(row.content) };
}

/** Those of these label ids that are stored. */
export async function findLabelIds(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Set<RowId>> {
  const rows = await tx.execute<{ id: RowId }>(sql`
    SELECT id FROM labels WHERE workspace_id = ${workspaceId} AND id = ANY(${idArray(ids)})`);
  return new Set(rows.map((row) => row.id));
}

/** The label of each of these raters that stands on each of these calls. */
export async function listStandingImports(
  tx: Transaction,
  workspaceId: WorkspaceId,
  given: { raterIds: readonly RowId[]; callIds: readonly RowId[] },
): Promise<{ id: RowId; raterId: RowId; callId: RowId }[]> {
  const rows = await tx.execute<{ id: RowId; raterId: RowId; callId: RowId }>(sql`
    SELECT label.id, label.rater_id AS "raterId", label.call_id AS "callId" FROM labels label
    WHERE label.workspace_id = ${workspaceId} AND label.rater_id = ANY(${idArray(given.raterIds)})
      AND label.call_id = ANY(${idArray(given.callIds)}) AND label.origin = 'imported'
      AND NOT label.retracted AND NOT EXISTS (SELECT 1 FROM labels later
        WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)`);
  return [...rows];
}

/** Adds imported labels, many in one statement. */
export async function writeImportedLabels(
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly Omit<typeof labels.$inferInsert, "workspaceId" | "origin" | "slot">[],
): Promise<void> {
  const whole = rows.map((row) => ({ ...row, workspaceId, origin: "imported" as const, slot: 0 }));
  await insertNewRows(tx, labels, whole, labels.id);
}
