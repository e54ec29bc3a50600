import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { DrawSummary } from "@/lib/labelling/draw-summary";

/** The draws of a workspace, newest first. */
export async function listDraws(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<DrawSummary[]> {
  const rows = await executor.execute<DrawSummary>(sql`
    WITH current AS (
      SELECT item.draw_id, label.rater_id, count(DISTINCT item.id)::int AS labelled
      FROM labels label
      JOIN draw_items item
        ON item.workspace_id = label.workspace_id AND item.id = label.item_id
      WHERE label.workspace_id = ${workspaceId} AND NOT label.retracted
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
    )
    SELECT draw.id, draw.number, draw.seed, draw.created_at AS "createdAt",
      draw.frame_calls AS "frameCalls", draw.frame_hash AS "frameHash",
      draw.per_cluster AS "perCluster", draw.max_per_trace AS "maxPerTrace",
      strata.clusters, strata.items,
      COALESCE(coverage.raters, '[]'::jsonb) AS coverage
    FROM draws draw
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS clusters, COALESCE(sum(drawn), 0)::int AS items
      FROM draw_strata
      WHERE workspace_id = draw.workspace_id AND draw_id = draw.id
    ) strata
    LEFT JOIN coverage ON coverage.draw_id = draw.id
    WHERE draw.workspace_id = ${workspaceId}
    ORDER BY draw.number DESC`);
  return [...rows];
}
