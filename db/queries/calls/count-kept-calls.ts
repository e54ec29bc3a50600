import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { CallFilter } from "@/lib/calls/call-query";
import type { RowId, WorkspaceId } from "@/lib/ids";

/**
 * How many calls there are, from the kept totals: exact, and as fast for millions. Null for a filter
 * that the totals do not know.
 *
 * @param kindIds the kinds that the filter leaves; null is all
 */
export async function countKeptCalls(
  executor: Executor,
  workspaceId: WorkspaceId,
  filter: CallFilter,
  kindIds: readonly RowId[] | null,
): Promise<number | null> {
  const { q, trace, import: importId, flag, model, alike } = filter;
  if (q !== null || trace !== null || importId !== null || alike !== null) return null;
  if (flag !== null && flag !== "errored") return null;
  if (kindIds?.length === 0) return 0;
  const counted = flag === "errored" ? sql`errored` : sql`calls`;
  const rows = sql`workspace_id = ${workspaceId}
    ${kindIds === null ? sql`` : sql`AND kind_id IN ${[...kindIds]}`}
    ${model === null ? sql`` : sql`AND model = ${model}`}`;
  const found = await executor.execute<{ count: number }>(sql`
    SELECT coalesce(sum(counted), 0)::float8 AS count FROM (
      SELECT ${counted} AS counted FROM totals WHERE ${rows}
      UNION ALL
      SELECT ${counted} AS counted FROM total_deltas WHERE ${rows}
    ) AS both_tables`);
  return found[0]?.count ?? 0;
}
