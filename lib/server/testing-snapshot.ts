import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** What passes by itself: sessions are touched and tries are counted without anybody's deed. */
const RESTLESS = new Set(["sessions", "rate_limits"]);

/**
 * A digest of every table's rows, by table: two of them are the same if nothing was written.
 *
 * @param workspaceId only the rows of this workspace, of the tables that have one
 */
export async function snapshotOf(
  db: Database,
  workspaceId?: string,
): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string; isOfWorkspace: boolean }>(sql`
    SELECT tables.table_name AS name, bool_or(columns.column_name = 'workspace_id') AS "isOfWorkspace"
    FROM information_schema.tables tables
    JOIN information_schema.columns columns
      ON columns.table_schema = tables.table_schema AND columns.table_name = tables.table_name
    WHERE tables.table_schema = 'public' AND tables.table_type = 'BASE TABLE'
    GROUP BY tables.table_name`);
  const looked = tables.filter(
    ({ name, isOfWorkspace }) =>
      !RESTLESS.has(name) && (isOfWorkspace || workspaceId === undefined),
  );
  const digests = await Promise.all(
    looked.map(async ({ name }) => {
      const only = workspaceId ? sql`WHERE workspace_id = ${workspaceId}` : sql``;
      const [row] = await db.execute<{ digest: string }>(sql`
        SELECT md5(coalesce(string_agg(one::text, E'\n' ORDER BY one::text), '')) AS digest
        FROM ${sql.identifier(name)} one ${only}`);
      return [name, row?.digest ?? ""] as const;
    }),
  );
  return Object.fromEntries(digests);
}
