import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { totalDeltas, totals } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

const KEY = [
  "workspaceId",
  "kindId",
  "day",
  "provider",
  "model",
  "environment",
  "tier",
  "costSource",
] as const;

/**
 * Moves the appended deltas into the kept totals, workspace by workspace: what goes wrong in one
 * leaves the others folded.
 *
 * @param onTrouble takes the failure of one workspace; without it the first is thrown.
 * @returns how many deltas were folded.
 */
export async function foldTotals(
  executor: Executor,
  onTrouble?: (workspaceId: WorkspaceId, error: unknown) => void,
): Promise<number> {
  const waiting = await executor
    .selectDistinct({ workspaceId: totalDeltas.workspaceId })
    .from(totalDeltas);
  let folded = 0;
  for (const { workspaceId } of waiting) {
    try {
      folded += await foldWorkspace(executor, workspaceId as WorkspaceId);
    } catch (error) {
      if (!onTrouble) throw error;
      onTrouble(workspaceId as WorkspaceId, error);
    }
  }
  return folded;
}

/** In one statement: whoever reads both tables sees the same sums before, during and after. */
async function foldWorkspace(executor: Executor, workspaceId: WorkspaceId): Promise<number> {
  const columns = getTableColumns(totals);
  const key = KEY.map((name) => sql.identifier(columns[name].name));
  const summed = Object.entries(columns)
    .filter(([name]) => !KEY.some((part) => part === name))
    .map(([, column]) => sql.identifier(column.name));
  const sums = summed.map((name) => sql`sum(${name})`);
  const added = summed.map((name) => sql`${name} = ${totals}.${name} + excluded.${name}`);
  const list = (parts: typeof sums) => sql.join(parts, sql`, `);
  const names = [...key, ...summed].map((name) => sql`${name}`);
  const rows = await executor.execute<{ folded: number }>(sql`
    WITH moved AS (DELETE FROM ${totalDeltas} WHERE workspace_id = ${workspaceId} RETURNING *),
    folded AS (
      INSERT INTO ${totals} (${list(names)})
      SELECT ${list(key.map((name) => sql`${name}`))}, ${list(sums)} FROM moved
      GROUP BY ${list(key.map((name) => sql`${name}`))}
      ON CONFLICT (${list(key.map((name) => sql`${name}`))}) DO UPDATE SET ${list(added)}
    )
    SELECT count(*)::int AS folded FROM moved`);
  await executor
    .delete(totals)
    .where(and(eq(totals.workspaceId, workspaceId), eq(totals.calls, 0)));
  return rows[0]?.folded ?? 0;
}
