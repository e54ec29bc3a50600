import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { DrawSummary } from "@/lib/labelling/draw-summary";

/** A draw with its scope as it is stored. */
type DrawRow = Omit<DrawSummary, "scope"> & { scope: unknown };

/** The draws of a workspace, newest first. */
export async function listDraws(executor: Executor, workspaceId: WorkspaceId): Promise<DrawRow[]> {
  const rows = await executor.execute<DrawRow>(sql`
    WITH current AS (
      SELECT item.draw_id, label.rater_id, count(DISTINCT item.id)::int AS labelled
      FROM labels label
      JOIN draw_items item
        ON item.workspace_id = label.workspace_id AND item.id = label.item_id
      WHERE label.workspace_id = ${workspaceId} AND label.origin = 'hand' AND NOT label.retracted
        AND NOT EXISTS (
          SELECT 1 FROM labels later
          WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id
        )
      GROUP BY item.draw_id, label.rater_id
    ), coverage AS (
      SELECT current.draw_id, jsonb_agg(
          jsonb_build_object('rater', rater.name, 'labelled', current.labelled)
          ORDER BY current.labelled DESC, rater.name
        ) AS raters
      FROM current
      JOIN raters rater ON rater.workspace_id = ${workspaceId} AND rater.id = current.rater_id
      GROUP BY current.draw_id
    ), slots AS (
      SELECT draw_id, count(*)::int AS all_slots,
        (count(*) FILTER (WHERE state = 'done'))::int AS filled
      FROM assignments WHERE workspace_id = ${workspaceId} GROUP BY draw_id
    ), items AS (
      SELECT draw_id, count(*)::int AS items
      FROM draw_items WHERE workspace_id = ${workspaceId} GROUP BY draw_id
    )
    SELECT draw.id, draw.number, draw.seed, draw.created_at AS "createdAt", draw.scope,
      draw.frame_calls AS "frameCalls", draw.frame_hash AS "frameHash", draw.allocation,
      draw.per_cluster AS "perCluster", draw.wanted, draw.max_per_trace AS "maxPerTrace",
      draw.collapse_alike AS "collapseAlike", draw.parts, book.version AS "codebookVersion",
      newer.wording AS "wordingOnly",
      COALESCE(items.items, 0) AS items, COALESCE(slots.all_slots, 0) AS slots,
      COALESCE(slots.filled, 0) AS filled, COALESCE(coverage.raters, '[]'::jsonb) AS coverage
    FROM draws draw
    JOIN codebooks book
      ON book.workspace_id = draw.workspace_id AND book.id = draw.codebook_id
    CROSS JOIN LATERAL (
      SELECT bool_and(change = 'wording') AS wording FROM codebooks
      WHERE workspace_id = draw.workspace_id AND version > book.version
    ) newer
    LEFT JOIN items ON items.draw_id = draw.id
    LEFT JOIN slots ON slots.draw_id = draw.id
    LEFT JOIN coverage ON coverage.draw_id = draw.id
    WHERE draw.workspace_id = ${workspaceId}
    ORDER BY draw.number DESC`);
  return [...rows];
}
