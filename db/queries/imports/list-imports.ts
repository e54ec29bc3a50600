import { and, desc, eq, lt, or } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { imports } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type ImportRow = typeof imports.$inferSelect;

/** Where a page of imports ends. */
export type ImportCursor = { createdAt: string; id: RowId };

/** Imports, newest first. */
export function listImports(
  executor: Executor,
  workspaceId: WorkspaceId,
  { after, limit }: { after: ImportCursor | null; limit: number },
): Promise<ImportRow[]> {
  const beyond = after
    ? or(
        lt(imports.createdAt, after.createdAt),
        and(eq(imports.createdAt, after.createdAt), lt(imports.id, after.id)),
      )
    : undefined;
  return executor
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), beyond))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

/** One import, or null. */
export async function getImport(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<ImportRow | null> {
  const [row] = await executor
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id)));
  return row ?? null;
}
