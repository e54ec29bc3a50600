import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { importMappings } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

type NewMapping = Omit<typeof importMappings.$inferInsert, "workspaceId" | "createdAt">;

/**
 * Writes a mapping; one of the same name is replaced and keeps its id.
 *
 * @returns its id
 */
export async function writeImportMapping(
  executor: Executor,
  workspaceId: WorkspaceId,
  mapping: NewMapping,
): Promise<RowId> {
  const { columns, createdBy } = mapping;
  const [row] = await executor
    .insert(importMappings)
    .values({ ...mapping, workspaceId })
    .onConflictDoUpdate({
      target: [importMappings.workspaceId, importMappings.name],
      set: { columns, createdBy, mapping: mapping.mapping, createdAt: sql`now()` },
    })
    .returning({ id: importMappings.id });
  return row?.id ?? mapping.id;
}

/** Deletes a mapping; its name, or null when there is none of that id. */
export async function deleteImportMapping(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<string | null> {
  const [row] = await executor
    .delete(importMappings)
    .where(and(eq(importMappings.workspaceId, workspaceId), eq(importMappings.id, id)))
    .returning({ name: importMappings.name });
  return row?.name ?? null;
}
