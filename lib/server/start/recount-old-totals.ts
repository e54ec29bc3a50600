import { createDatabase } from "@/db/client";
import { listOldTotals } from "@/db/commands/replace-totals";
import { retryConflicts } from "@/lib/server/retry-conflicts";

/**
 * Counts the totals of workspaces anew that an earlier version counted by another rule, before
 * anybody asks for a figure. Cut short, the next start goes on with the workspaces that are left.
 */
export async function recountOldTotals(
  databaseUrl: string,
  say: (line: string) => void,
): Promise<void> {
  const { db, close } = createDatabase(databaseUrl, { max: 1 });
  try {
    const old = await listOldTotals(db);
    if (old.length === 0) return;
    say(`Counting the totals of ${old.length === 1 ? "a workspace" : "all workspaces"} anew, once`);
    // loaded when needed: the supervisor stays small for as long as it runs
    const { recountTotals } = await import("./recount-totals");
    for (const workspaceId of old) await retryConflicts(() => recountTotals(db, workspaceId));
  } finally {
    await close();
  }
}
