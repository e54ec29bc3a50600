import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { requestSettings } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Tools, response format and sampling parameters as JSON text; null when there are none. */
export async function getSettings(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: RowId | null,
): Promise<string | null> {
  if (id === null) return null;
  const [row] = await executor
    .select({ body: requestSettings.body })
    .from(requestSettings)
    .where(and(eq(requestSettings.workspaceId, workspaceId), eq(requestSettings.id, id)));
  return row?.body ?? null;
}
