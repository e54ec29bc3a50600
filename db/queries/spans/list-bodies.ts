import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { requestSettings } from "@/db/schema";
import { Message } from "@/lib/calls/call";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type NodeBody = { parentId: RowId | null; message: Message };

/** The named nodes and all before them, each once however many paths it is on. */
export async function listNodeBodies(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, NodeBody>> {
  if (ids.length === 0) return new Map();
  const rows = await executor.execute<{ id: string; parent_id: string | null; body: string }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id FROM nodes
      WHERE workspace_id = ${workspaceId}
        AND id = ANY(${sql.param(`{${[...new Set(ids)].join(",")}}`)}::uuid[])
      UNION
      SELECT node.id, node.parent_id FROM path
      JOIN nodes node ON node.workspace_id = ${workspaceId} AND node.id = path.parent_id
    )
    SELECT path.id, path.parent_id, node.body FROM path
    JOIN nodes node ON node.workspace_id = ${workspaceId} AND node.id = path.id`);
  return new Map(
    rows.map((row) => [
      row.id,
      { parentId: row.parent_id, message: Message.parse(JSON.parse(row.body)) },
    ]),
  );
}

/** Request settings by id. */
export async function listSettingsBodies(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Map<RowId, Record<string, unknown>>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: requestSettings.id, body: requestSettings.body })
    .from(requestSettings)
    .where(
      and(
        eq(requestSettings.workspaceId, workspaceId),
        inArray(requestSettings.id, [...new Set(ids)]),
      ),
    );
  return new Map(rows.map((row) => [row.id, JSON.parse(row.body)]));
}
