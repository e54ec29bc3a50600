import { randomUUID } from "node:crypto";
import { log } from "@/lib/server/log";

/** Notes why something sent could not be stored. */
export function logTrouble(msg: string, error: unknown): void {
  log.error(msg, { id: randomUUID().slice(0, 8), error });
}
