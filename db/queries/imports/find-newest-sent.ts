import { and, desc, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { imports, ROLLING_SOURCES } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { ImportRow } from "./list-imports";

/** The newest import that a program sent with an API key, or with this one; null when none did. */
export async function findNewestSent(
  executor: Executor,
  workspaceId: WorkspaceId,
  keyId: RowId | null,
): Promise<ImportRow | null> {
  const [row] = await executor
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.workspaceId, workspaceId),
        inArray(imports.source, ["api", ...ROLLING_SOURCES]),
        keyId === null ? undefined : eq(imports.createdBy, `key:${keyId}`),
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(1);
  return row ?? null;
}
