import type { Transaction } from "@/db/client";
import { changeImport, lockImports } from "@/db/commands/advance-imports";
import { expireWaiting } from "@/db/commands/expire-waiting";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { lockTrace } from "@/db/commands/lock-traces";
import { sweepNodes } from "@/db/commands/sweep-nodes";
import { lockWaiting } from "@/db/commands/write-spans";
import { listEndedTraces, listWaitingHomes } from "@/db/queries/spans/list-upkeep";
import type { WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { log } from "@/lib/server/log";

const DAY_MS = 24 * 60 * 60 * 1000;

/** So long a record that names a span but no trace (a score) waits for its span. */
export const WAITING_DAYS = 30;

/** Days whose imports ended so long ago are looked at: one night may fail. */
const LOOK_BACK_DAYS = 2;

/** What spans leave behind, each night: records that wait in vain, and messages nothing names any more. */
export async function tidySpans(now: Date): Promise<void> {
  const before = new Date(now.getTime() - WAITING_DAYS * DAY_MS);
  for (const { workspaceId } of await listWaitingHomes(getDatabase(), before)) {
    await getDatabase().transaction((tx) => giveUp(tx, workspaceId as WorkspaceId, before));
  }
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  for (const { workspaceId, traceId } of await listEndedTraces(getDatabase(), since)) {
    await getDatabase().transaction(async (tx) => {
      await lockDeletion(tx, workspaceId as WorkspaceId, "shared");
      const isThere = await lockTrace(tx, workspaceId as WorkspaceId, traceId);
      if (isThere) await sweepNodes(tx, workspaceId as WorkspaceId, traceId);
    });
  }
}

/** The receipts that counted the records as other say that they were dropped. */
async function giveUp(tx: Transaction, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await lockDeletion(tx, workspaceId, "shared");
  await lockWaiting(tx, workspaceId, "alone");
  const dropped = await expireWaiting(tx, workspaceId, before);
  const rows = await lockImports(tx, workspaceId, [...dropped.keys()]);
  for (const [id, count] of dropped) {
    const row = rows.get(id);
    if (!row) continue;
    await changeImport(tx, row, {}, { warnings: [...row.warnings, wordsFor(count)] });
  }
  const records = [...dropped.values()].reduce((sum, count) => sum + count, 0);
  log.info("records waited in vain for their span", { workspaceId, records });
}

const wordsFor = (count: number): string =>
  `${count === 1 ? "1 record" : `${count} records`} named a span that did not come within ${WAITING_DAYS} days, and ${count === 1 ? "was" : "were"} dropped: scores that name no trace. Send the trace id with them.`;
