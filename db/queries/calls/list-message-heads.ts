import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The beginning of a stored message, without the rest of its body. */
export type MessageHead = {
  nodeId: RowId;
  /** 1 for the first message of a conversation. */
  depth: number;
  bytes: number;
  /** JSON text, whole or cut. */
  beginning: string;
  cut: boolean;
  /** Set where a long message does not begin with its role. */
  role: string | null;
};

/** Characters read of a message that will stand open, and of one that will be folded. */
const OPEN = 80_000;
const FOLDED = 4_000;

/** A conversation may begin with so many messages that stand open: instructions, and the one after. */
const FIRST_OPEN = 3;

/**
 * The path of a node, from the first message to this one, each with its beginning only: what a
 * screen shows before somebody opens more. Long bodies are stored apart and are not read.
 *
 * @param open nodes whose text is shown at once, beside the first ones
 */
export async function listMessageHeads(
  executor: Executor,
  workspaceId: WorkspaceId,
  nodeId: RowId,
  open: readonly RowId[],
): Promise<MessageHead[]> {
  const shown = sql`(path.depth <= ${FIRST_OPEN} OR node.id IN ${[nodeId, ...open]})`;
  const rows = await executor.execute<{
    node_id: string;
    depth: number;
    bytes: number;
    beginning: string;
    cut: boolean;
    role: string | null;
  }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, depth FROM nodes
      WHERE workspace_id = ${workspaceId} AND id = ${nodeId}
      UNION ALL
      SELECT node.id, node.parent_id, node.depth FROM nodes node
      JOIN path ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
    ), heads AS (
      SELECT node.id AS node_id, node.depth, octet_length(node.body) AS bytes,
        left(node.body, CASE WHEN ${shown} THEN ${OPEN}::int ELSE ${FOLDED}::int END) AS beginning,
        CASE WHEN octet_length(node.body) > ${FOLDED} AND left(node.body, 9) <> '{"role":"'
          THEN node.body::json->>'role' END AS role
      FROM path JOIN nodes node ON node.workspace_id = ${workspaceId} AND node.id = path.id
    )
    SELECT *, octet_length(beginning) < bytes AS cut FROM heads ORDER BY depth`);
  return rows.map(({ node_id: nodeId, ...head }) => ({ nodeId, ...head }));
}
