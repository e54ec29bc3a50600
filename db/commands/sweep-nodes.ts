import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { nodes } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Deletes the messages of one tree (a trace's, or an import's) that no call and no span stands on. */
export async function sweepNodes(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scopeId: RowId,
): Promise<void> {
  const ours = sql`workspace_id = ${workspaceId} AND (trace_id = ${scopeId}`;
  await tx.execute(sql`
    WITH RECURSIVE named (id) AS (
      SELECT unnest(ARRAY[request_node_id, response_node_id]) FROM calls
        WHERE ${ours} OR (import_id = ${scopeId} AND trace_id IS NULL))
      UNION SELECT unnest(ARRAY[request_node_id, response_node_id]) FROM spans WHERE ${ours})
      UNION SELECT unnest(ARRAY[(held.pieces ->> 'request')::uuid, (held.pieces ->> 'response')::uuid])
        FROM (SELECT pieces::json AS pieces FROM spans WHERE ${ours}) AND pieces IS NOT NULL) held
      UNION SELECT (piece ->> 'node')::uuid
        FROM (SELECT pieces::json AS pieces FROM spans WHERE ${ours}) AND pieces IS NOT NULL) held
        CROSS JOIN json_array_elements(held.pieces -> 'list') AS piece
    ), kept (id, parent_id) AS (
      SELECT nodes.id, nodes.parent_id FROM nodes JOIN named ON named.id = nodes.id
        WHERE nodes.workspace_id = ${workspaceId}
      UNION SELECT nodes.id, nodes.parent_id FROM nodes JOIN kept ON nodes.id = kept.parent_id
        WHERE nodes.workspace_id = ${workspaceId}
    )
    DELETE FROM nodes WHERE workspace_id = ${workspaceId} AND scope_id = ${scopeId}
      AND NOT EXISTS (SELECT 1 FROM kept WHERE kept.id = nodes.id)`);
}

/** Deletes some messages of a tree that nothing stands on any more. @returns how many. */
export async function deleteSomeNodes(
  tx: Transaction,
  workspaceId: WorkspaceId,
  scopeId: RowId,
  limit: number,
): Promise<number> {
  const some = tx
    .select({ id: nodes.id })
    .from(nodes)
    .where(and(eq(nodes.workspaceId, workspaceId), eq(nodes.scopeId, scopeId)))
    .limit(limit);
  const gone = await tx
    .delete(nodes)
    .where(and(eq(nodes.workspaceId, workspaceId), sql`${nodes.id} IN ${some}`))
    .returning({ id: nodes.id });
  return gone.length;
}
