import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { imports } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Which of some imports still exist. */
export async function findImports(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<ReadonlySet<RowId>> {
  if (ids.length === 0) return new Set();
  const rows = await executor
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), inArray(imports.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
