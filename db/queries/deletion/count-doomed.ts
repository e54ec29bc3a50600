import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { DeletionScope, DoomedCounts } from "@/lib/deletion/deletion-scope";
import type { WorkspaceId } from "@/lib/ids";
import { isNamed } from "./doomed";

const NONE: DoomedCounts = { calls: 0, traces: 0, labels: 0, drawItems: 0 };

/** What would go, counted now; null stands for everything in the workspace. */
export async function countDoomed(
  executor: Executor,
  workspaceId: WorkspaceId,
  scope: DeletionScope | null,
): Promise<DoomedCounts> {
  const all = sql`workspace_id = ${workspaceId}`;
  const calls = scope ? isNamed(sql`calls`, workspaceId, scope) : all;
  const spans = scope ? isNamed(sql`spans`, workspaceId, scope) : all;
  const rows = await executor.execute<DoomedCounts>(sql`
    WITH doomed AS MATERIALIZED (SELECT id, trace_id, merged_into FROM calls WHERE ${calls})
    SELECT (SELECT count(*) FROM doomed WHERE merged_into IS NULL)::int AS calls,
      (SELECT count(*) FROM (
        SELECT trace_id FROM doomed WHERE trace_id IS NOT NULL
        UNION SELECT trace_id FROM spans WHERE ${spans}) runs)::int AS traces,
      (SELECT count(*) FROM labels WHERE workspace_id = ${workspaceId}
        AND call_id IN (SELECT id FROM doomed))::int AS labels,
      (SELECT count(*) FROM draw_items WHERE workspace_id = ${workspaceId}
        AND call_id IN (SELECT id FROM doomed))::int AS "drawItems"`);
  return rows[0] ?? NONE;
}
