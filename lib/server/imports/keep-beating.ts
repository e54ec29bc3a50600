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
 * @returns what ends it; the process may end without it.
 */
export function keepBeating(
  workspaceId: WorkspaceId,
  importId: RowId,
  everyMs = EVERY_MS,
): () => void {
  const timer = setInterval(() => {
    beatImport(getDatabase(), workspaceId, importId).catch((error: unknown) => {
      log.warn("an import's heartbeat was not written", { importId, error });
    });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
