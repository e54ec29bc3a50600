import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The messages up to a node, as JSON text, that refer to media; in their order. */
export async function listMediaMessages(
  executor: Executor,
  workspaceId: WorkspaceId,
  nodeId: RowId,
): Promise<string[]> {
  const rows = await executor.execute<{ body: string }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, depth FROM nodes
      WHERE workspace_id = ${workspaceId} AND id = ${nodeId}
      UNION ALL
      SELECT node.id, node.parent_id, node.depth FROM nodes node
      JOIN path ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
    )
    SELECT node.body FROM path
    JOIN nodes node ON node.workspace_id = ${workspaceId} AND node.id = path.id
    WHERE node.body LIKE '%"digest":%' ORDER BY path.depth`);
  return rows.map(({ body }) => body);
}
