import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";

/**
 * Deletes what only deleted calls stood on: request settings, media, kinds, and clusters without a kind. A
 * cluster that is a stratum of a draw stays, so that the draw goes on naming it.
 */
export async function sweepUnused(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  const own = (alias: string) => sql`${sql.identifier(alias)}.workspace_id = ${workspaceId}`;
  await tx.execute(sql`
    DELETE FROM request_settings body WHERE ${own("body")}
      AND NOT EXISTS (SELECT 1 FROM calls WHERE ${own("calls")} AND calls.settings_id = body.id)
      AND NOT EXISTS (SELECT 1 FROM spans WHERE ${own("spans")} AND spans.settings_id = body.id)`);
  await sweepMedia(tx, workspaceId);
  await tx.execute(sql`
    DELETE FROM kinds WHERE ${own("kinds")}
      AND NOT EXISTS (SELECT 1 FROM calls WHERE ${own("calls")} AND calls.kind_id = kinds.id)`);
  await tx.execute(sql`
    DELETE FROM clusters WHERE ${own("clusters")}
      AND NOT EXISTS (SELECT 1 FROM kinds WHERE ${own("kinds")} AND kinds.cluster_id = clusters.id)
      AND NOT EXISTS (
        SELECT 1 FROM draw_strata WHERE ${own("draw_strata")} AND draw_strata.cluster_id = clusters.id)`);
}

/**
 * Deletes the bytes that no message and no span names any more. Reads every message that names any,
 * once, and only in a workspace that keeps media.
 */
async function sweepMedia(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  const held = sql`workspace_id = ${workspaceId}
    AND EXISTS (SELECT 1 FROM media WHERE media.workspace_id = ${workspaceId})`;
  const digests = (column: "body" | "record") => sql`
    regexp_matches(${sql.identifier(column)}, '"digest": ?"([0-9a-f-]{36})"', 'g') AS found (digest)`;
  await tx.execute(sql`
    DELETE FROM media WHERE workspace_id = ${workspaceId} AND id NOT IN (
      SELECT digest[1]::uuid FROM nodes, ${digests("body")}
        WHERE ${held} AND body LIKE '%"digest":%'
      UNION SELECT digest[1]::uuid FROM spans, ${digests("record")}
        WHERE ${held} AND record LIKE '%"digest":%')`);
}
