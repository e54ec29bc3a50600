import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/ids";

/**
 * The current labels that one person gave by hand in a draw, as a common table `own`. The one way
 * by which the label screen reads labels: nobody else's can come through it.
 */
export const ownLabels = (workspaceId: WorkspaceId, drawId: string, userId: string): SQL => sql`
  own AS (
    SELECT label.id, label.item_id, label.call_id, label.verdict, label.reasons, label.note,
      label.rubric, ${wasForAlike(sql`label`)} AS alike,
      label.decision_ms, label.created_at, item.position
    FROM labels label
    JOIN raters rater
      ON rater.workspace_id = label.workspace_id AND rater.id = label.rater_id
    JOIN draw_items item
      ON item.workspace_id = label.workspace_id AND item.id = label.item_id
    WHERE label.workspace_id = ${workspaceId}
      AND rater.user_id = ${userId}
      AND item.draw_id = ${drawId}
      AND NOT label.retracted
      AND NOT EXISTS (
        SELECT 1 FROM labels later
        WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id
      )
  )`;

/** Whether calls that were asked the same got this label too. */
export const wasForAlike = (label: SQL): SQL => sql`EXISTS (
  SELECT 1 FROM labels copy WHERE copy.workspace_id = ${label}.workspace_id
    AND copy.propagated_from = ${label}.id AND NOT copy.retracted)`;
