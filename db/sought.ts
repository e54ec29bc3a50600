import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { averageWorkspace } from "@/db/average-workspace";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * That a row of a workspace has one of these values in a column, as a condition that looks them up
 * value by value. Told all values at once, the planner might rather read the whole workspace, and
 * does where it takes that to be small. A query with it is not to be kept by the connection, which
 * would keep the plan of a time when the table was small.
 */
export function soughtIn(
  table: PgTable & { workspaceId: PgColumn },
  column: PgColumn,
  workspaceId: WorkspaceId,
  values: readonly RowId[],
): SQL {
  // one parameter, not one a value
  const list = sql.param(`{${[...new Set(values)].join(",")}}`);
  return sql`${table}.ctid = ANY(ARRAY(
    SELECT found.place FROM unnest(${list}::uuid[]) AS sought (value) CROSS JOIN LATERAL (
      SELECT ctid AS place FROM ${table}
      WHERE ${table.workspaceId} = ${averageWorkspace(workspaceId)} AND ${column} = sought.value
      OFFSET 0
    ) AS found))`;
}
