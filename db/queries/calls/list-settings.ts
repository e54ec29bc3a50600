import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { requestSettings } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Tools, response formats and sampling parameters by their ids, as JSON text. */
export async function listSettings(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: requestSettings.id, body: requestSettings.body })
    .from(requestSettings)
    .where(
      and(eq(requestSettings.workspaceId, workspaceId), inArray(requestSettings.id, [...ids])),
    );
  return new Map(rows.map(({ id, body }) => [id, body]));
}
