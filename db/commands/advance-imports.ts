import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { ImportProgress, ImportRow } from "./write-import";

/** What a batch of spans changes in a receipt; calls settle late, so numbers may be negative. */
export type ImportChange = ImportProgress &
  Pick<ImportRow, "mergedLater" | "redacted" | "bytesRead" | "bytesReceived">;

type Said = Pick<ImportRow, "warnings" | "found" | "redactions">;

/** Locks these imports in one order until the end of the transaction. */
export async function lockImports(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, ImportRow>> {
  const rows = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), inArray(imports.id, [...ids])))
    .orderBy(asc(imports.id))
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds to the receipt of a locked import, in the transaction of the rows that it counts. */
export async function changeImport(
  tx: Transaction,
  row: Pick<ImportRow, "workspaceId" | "id">,
  change: Partial<ImportChange>,
  said: Partial<Said>,
): Promise<void> {
  const sums = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      sql`${imports[key as keyof ImportChange]} + ${value}`,
    ]),
  );
  await tx
    .update(imports)
    .set({ ...sums, ...said, heartbeatAt: sql`now()` })
    .where(and(eq(imports.workspaceId, row.workspaceId), eq(imports.id, row.id)));
}
