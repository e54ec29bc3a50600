import { isAging } from "@/db/queries/deletion/list-deletions";
import { listRetentions } from "@/db/queries/deletion/list-retentions";
import type { WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { queueDeletion } from "./start-deletion";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The moment so many days ago, as a deletion's subject. */
export const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * DAY_MS).toISOString();

/** Queues, in every workspace with a retention, the deletion of what has grown too old. */
export async function applyRetention(now: Date): Promise<number> {
  const database = getDatabase();
  let queued = 0;
  for (const { id, days } of await listRetentions(database)) {
    // the worker stands for nobody: what it may touch, the workspace has set itself
    const workspaceId = id as WorkspaceId;
    if (await isAging(database, workspaceId)) continue;
    const subject = daysBefore(now, days);
    await database.transaction((tx) =>
      queueDeletion(tx, workspaceId, "system", { what: "older", subject }),
    );
    queued += 1;
  }
  return queued;
}
