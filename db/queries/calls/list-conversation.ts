import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { Message } from "@/lib/calls/call";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type StoredMessage = { nodeId: RowId; depth: number; message: Message };

/** The path of a node: the messages from the first to this one, in order. */
export async function listConversation(
  executor: Executor,
  workspaceId: WorkspaceId,
  nodeId: RowId | null,
): Promise<StoredMessage[]> {
  if (nodeId === null) return [];
  const rows = await executor.execute<{ id: string; depth: number; body: string }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, depth, body FROM nodes
      WHERE workspace_id = ${workspaceId} AND id = ${nodeId}
      UNION ALL
      SELECT node.id, node.parent_id, node.depth, node.body FROM nodes node
      JOIN path ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
    )
    SELECT id, depth, body FROM path ORDER BY depth`);
  return rows.map((row) => ({
    nodeId: row.id,
    depth: row.depth,
    message: Message.parse(JSON.parse(row.body)),
  }));
}
