import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { bucketCondition } from "@/db/queries/scope/scope-condition";
import type { CallFilter } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { WHOLE_SCOPE } from "@/lib/scope/scope";

/**
 * How many calls there are, from the kept totals: exact, and as fast for millions. Null for a filter
 * that the totals do not know.
 *
 * @param kindIds the kinds that the filter and the scope leave; null is all
 */
export async function countKeptCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  filter: CallFilter,
  kindIds: readonly RowId[] | null,
  scope = WHOLE_SCOPE,
): Promise<number | null> {
  const { q, trace, import: importId, flag, model, alike } = filter;
  if (q !== null || trace !== null || importId !== null || alike !== null) return null;
  if (flag !== null && flag !== "errored") return null;
  if (kindIds?.length === 0) return 0;
  const counted = flag === "errored" ? sql`errored` : sql`calls`;
  const rows = (table: string) => sql`workspace_id = ${workspaceId}
    AND ${bucketCondition(scope, table) ?? sql`true`}
    ${kindIds === null ? sql`` : sql`AND kind_id IN ${[...kindIds]}`}
    ${model === null ? sql`` : sql`AND model = ${model}`}`;
  const found = await executor.execute<{ count: number }>(sql`
    SELECT coalesce(sum(counted), 0)::float8 AS count FROM (
      SELECT ${counted} AS counted FROM totals WHERE ${rows("totals")}
      UNION ALL
      SELECT ${counted} AS counted FROM total_deltas WHERE ${rows("total_deltas")}
    ) AS both_tables`);
  return found[0]?.count ?? 0;
}
