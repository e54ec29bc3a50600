import { beatImport } from "@/db/commands/write-import";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { log } from "@/lib/server/log";

/** Between two heartbeats, in milliseconds: a slow sender is no stopped server. */
const EVERY_MS = 20_000;

/**
 * Keeps an import from being taken for one whose server has stopped, also while its body brings
 * nothing for a long time.
 *
 * @returns what ends it, and waits for a beat that is being written; the process may end without it.
 */
export function keepBeating(
  workspaceId: WorkspaceId,
  importId: RowId,
  everyMs = EVERY_MS,
): () => Promise<void> {
  let beating: Promise<void> | null = null;
  const beat = async () => {
    try {
      await beatImport(getDatabase(), workspaceId, importId);
    } catch (error) {
      log.warn("an import's heartbeat was not written", { importId, error });
    }
    beating = null;
  };
  const timer = setInterval(() => void (beating ??= beat()), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await beating;
  };
}
