import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { Message } from "@/lib/calls/call";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * The conversations that end in these nodes, each from its first message on. What they share is read
 * once, and is the same object in each of them. A path with a gap is left out.
 */
export async function listPaths(
  executor: Executor,
  workspaceId: WorkspaceId,
  nodeIds: readonly RowId[],
): Promise<Map<RowId, Message[]>> {
  if (nodeIds.length === 0) return new Map();
  const rows = await executor.execute<{ id: RowId; parent_id: RowId | null; body: string }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id FROM nodes WHERE workspace_id = ${workspaceId}
        AND id = ANY(${sql.param(`{${[...new Set(nodeIds)].join(",")}}`)}::uuid[])
      UNION
      SELECT node.id, node.parent_id FROM nodes node
      JOIN path ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
    )
    SELECT path.id, path.parent_id, body FROM path
    JOIN nodes ON nodes.workspace_id = ${workspaceId} AND nodes.id = path.id`);
  const byId = new Map(
    rows.map((row) => [
      row.id,
      { parentId: row.parent_id, message: Message.parse(JSON.parse(row.body)) },
    ]),
  );
  const paths = new Map<RowId, Message[]>();
  for (const id of nodeIds) {
    const path: Message[] = [];
    let at: RowId | null = id;
    let node = byId.get(id);
    while (node) {
      path.push(node.message);
      at = node.parentId;
      node = at === null ? undefined : byId.get(at);
    }
    if (at === null) paths.set(id, path.toReversed());
  }
  return paths;
}
