import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** How many messages two conversations begin with together: the depth of their last common node. */
export async function countSharedMessages(
  executor: Executor,
  workspaceId: WorkspaceId,
  a: RowId,
  b: RowId,
): Promise<number> {
  const rows = await executor.execute<{ shared: number }>(sql`
    WITH RECURSIVE ${pathOf("one", workspaceId, a)}, ${pathOf("other", workspaceId, b)}
    SELECT coalesce(max(one.depth), 0) AS shared FROM one JOIN other USING (id)`);
  return rows[0]?.shared ?? 0;
}

const pathOf = (name: "one" | "other", workspaceId: WorkspaceId, nodeId: RowId) => sql`
  ${sql.identifier(name)} AS (
    SELECT id, parent_id, depth FROM nodes
    WHERE workspace_id = ${workspaceId} AND id = ${nodeId}
    UNION ALL
    SELECT node.id, node.parent_id, node.depth FROM nodes node
    JOIN ${sql.identifier(name)} AS path
      ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
  )`;
