import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The whole body of the message at a depth (1 is the first) of a node's path, as JSON text. */
export async function getMessage(
  executor: Executor,
  workspaceId: WorkspaceId,
  nodeId: RowId,
  depth: number,
): Promise<string | null> {
  const rows = await executor.execute<{ body: string }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, depth FROM nodes
      WHERE workspace_id = ${workspaceId} AND id = ${nodeId}
      UNION ALL
      SELECT node.id, node.parent_id, node.depth FROM nodes node
      JOIN path ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
      WHERE path.depth > ${depth}
    )
    SELECT body FROM nodes WHERE workspace_id = ${workspaceId}
      AND id = (SELECT id FROM path WHERE depth = ${depth})`);
  return rows[0]?.body ?? null;
}
