import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import { Codebook } from "@/lib/labelling/codebook";
import type { CodebookVersion } from "@/lib/labelling/codebook-version";

/** The versions of the codebook with what stands on them, the newest first. */
export async function listCodebooks(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<CodebookVersion[]> {
  const rows = await executor.execute<CodebookVersion>(sql`
    WITH given AS (
      SELECT label.codebook_id, count(*)::int AS rows,
        (count(*) FILTER (WHERE label.origin = 'hand' AND NOT label.retracted AND NOT EXISTS (
          SELECT 1 FROM labels later
          WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)))::int AS labels
      FROM labels label WHERE label.workspace_id = ${workspaceId} GROUP BY label.codebook_id
    ), asking AS (
      SELECT codebook_id, jsonb_agg(number ORDER BY number) AS draws
      FROM draws WHERE workspace_id = ${workspaceId} GROUP BY codebook_id
    )
    SELECT book.id, book.version, book.change, book.change_note AS "changeNote",
      book.created_at AS "createdAt", author.name AS author, book.content,
      COALESCE(given.labels, 0) AS labels, COALESCE(given.rows, 0) AS rows,
      COALESCE(asking.draws, '[]'::jsonb) AS draws
    FROM codebooks book
    LEFT JOIN users author ON author.id = book.created_by
    LEFT JOIN given ON given.codebook_id = book.id
    LEFT JOIN asking ON asking.codebook_id = book.id
    WHERE book.workspace_id = ${workspaceId}
    ORDER BY book.version DESC`);
  return rows.map((row) => ({ ...row, content: Codebook.parse(row.content) }));
}
