import { and, desc, eq, or } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { importMappings } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type ImportMappingRow = typeof importMappings.$inferSelect;

/** By what a mapping is found: its id, its name, or the digest of the columns it was made for. */
export type MappingKey = { id: RowId } | { name: string } | { columns: string };

/** A workspace's mapping; of several for the same columns the newest; null when there is none. */
export async function findImportMapping(
  executor: Executor,
  workspaceId: WorkspaceId,
  key: MappingKey,
): Promise<ImportMappingRow | null> {
  const [row] = await executor
    .select()
    .from(importMappings)
    .where(
      and(
        eq(importMappings.workspaceId, workspaceId),
        or(
          "id" in key ? eq(importMappings.id, key.id) : undefined,
          "name" in key ? eq(importMappings.name, key.name) : undefined,
          "columns" in key ? eq(importMappings.columns, key.columns) : undefined,
        ),
      ),
    )
    .orderBy(desc(importMappings.createdAt), desc(importMappings.id))
    .limit(1);
  return row ?? null;
}

/** All mappings of a workspace, the newest first; people make them one by one. */
export function listImportMappings(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<Pick<ImportMappingRow, "id" | "name" | "mapping" | "createdAt">[]> {
  const { id, name, mapping, createdAt } = importMappings;
  return executor
    .select({ id, name, mapping, createdAt })
    .from(importMappings)
    .where(eq(importMappings.workspaceId, workspaceId))
    .orderBy(desc(createdAt), desc(id))
    .limit(100);
}
