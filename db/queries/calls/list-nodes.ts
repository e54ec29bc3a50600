import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Stored messages by the ids of their nodes, as JSON text; those longer than `most` bytes are left out. */
export async function listNodes(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
  most: number,
): Promise<Map<RowId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor.execute<{ id: RowId; body: string }>(sql`
    SELECT id, body FROM nodes
    WHERE workspace_id = ${workspaceId} AND id = ANY(${sql.param(`{${ids.join(",")}}`)}::uuid[])
      AND octet_length(body) <= ${most}`);
  return new Map(rows.map((row) => [row.id, row.body]));
}
