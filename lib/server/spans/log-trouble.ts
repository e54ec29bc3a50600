import { randomUUID } from "node:crypto";
import { log } from "@/lib/server/log";

/**
 * Notes why something sent could not be stored. Of a failed statement the cause alone: the statement
 * carries what was to be stored, which does not belong in a log.
 */
export function logTrouble(msg: string, error: unknown): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  log.error(msg, { id: randomUUID().slice(0, 8), error: cause });
}
