import { getTableColumns, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { totalDeltas, totals } from "@/db/schema";

const KEY = ["workspaceId", "kindId", "day", "provider", "model", "tier", "costSource"] as const;

/**
 * Moves the appended deltas into the kept totals, in one statement: whoever reads both tables sees
 * the same sums before, during and after.
 *
 * @returns how many deltas were folded.
 */
export async function foldTotals(executor: Executor): Promise<number> {
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
    WITH moved AS (DELETE FROM ${totalDeltas} RETURNING *),
    folded AS (
      INSERT INTO ${totals} (${list(names)})
      SELECT ${list(key.map((name) => sql`${name}`))}, ${list(sums)} FROM moved
      GROUP BY ${list(key.map((name) => sql`${name}`))}
      ON CONFLICT (${list(key.map((name) => sql`${name}`))}) DO UPDATE SET ${list(added)}
    )
    SELECT count(*)::int AS folded FROM moved`);
  await executor.delete(totals).where(sql`${totals.calls} = 0`);
  return rows[0]?.folded ?? 0;
}
