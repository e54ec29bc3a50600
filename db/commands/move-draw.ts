import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * Sets a draw to the newest codebook if all versions after its own changed the wording only.
 *
 * @returns the draw and its new version; null when there is nothing to move, or it may not
 */
export async function moveDrawToNewest(
  tx: Transaction,
  workspaceId: WorkspaceId,
  number: number,
): Promise<{ id: RowId; version: number } | null> {
  const [row] = await tx.execute<{ id: RowId; version: number }>(sql`
    UPDATE draws draw SET codebook_id = newest.id
    FROM codebooks own, codebooks newest
    WHERE draw.workspace_id = ${workspaceId} AND draw.number = ${number}
      AND own.workspace_id = draw.workspace_id AND own.id = draw.codebook_id
      AND newest.workspace_id = draw.workspace_id
      AND newest.version = (
        SELECT max(version) FROM codebooks WHERE workspace_id = ${workspaceId})
      AND newest.version > own.version
      AND NOT EXISTS (SELECT 1 FROM codebooks later WHERE later.workspace_id = ${workspaceId}
        AND later.version > own.version AND later.change <> 'wording')
    RETURNING draw.id, newest.version`);
  return row ?? null;
}
