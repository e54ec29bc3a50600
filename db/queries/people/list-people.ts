import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { Role } from "@/lib/workspaces/role";

export type PersonRow = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
  /** Their current labels by hand: a count, never what they say. */
  readonly labels: number;
  /** The UTC day of the newest of these; null when there is none. */
  readonly lastLabelDay: string | null;
};

/** The people in a workspace by when they came, with how much each has labelled. */
export async function listPeople(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<PersonRow[]> {
  return executor.execute<PersonRow>(sql`
    WITH given AS (
      SELECT rater.user_id, count(*)::int AS labels, max(label.created_at) AS newest
      FROM raters rater
      JOIN labels label
        ON label.workspace_id = rater.workspace_id AND label.rater_id = rater.id
      WHERE rater.workspace_id = ${workspaceId} AND rater.user_id IS NOT NULL
        AND label.origin = 'hand' AND NOT label.retracted
        AND NOT EXISTS (
          SELECT 1 FROM labels later
          WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)
      GROUP BY rater.user_id)
    SELECT person.id AS "userId", person.name, person.email, member.role,
      member.created_at::text AS since, coalesce(given.labels, 0) AS labels,
      to_char(given.newest AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "lastLabelDay"
    FROM members member
    JOIN users person ON person.id = member.user_id
    LEFT JOIN given ON given.user_id = member.user_id
    WHERE member.workspace_id = ${workspaceId}
    ORDER BY member.created_at, person.name`);
}
