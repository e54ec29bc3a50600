import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type ExternalRaterRow = {
  readonly id: RowId;
  readonly name: string;
  /** Their current labels, all of them imported: a count, never what they say. */
  readonly labels: number;
  readonly lastLabelDay: string | null;
};

/** Raters without an account, by name: their labels were made elsewhere and imported. */
export async function listExternalRaters(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<ExternalRaterRow[]> {
  return executor.execute<ExternalRaterRow>(sql`
    SELECT rater.id, rater.name, count(label.id)::int AS labels,
      to_char(max(label.created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "lastLabelDay"
    FROM raters rater
    LEFT JOIN labels label
      ON label.workspace_id = rater.workspace_id AND label.rater_id = rater.id
      AND NOT label.retracted
      AND NOT EXISTS (
        SELECT 1 FROM labels later
        WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)
    WHERE rater.workspace_id = ${workspaceId} AND rater.kind = 'external'
    GROUP BY rater.id, rater.name
    ORDER BY rater.name, rater.id`);
}
