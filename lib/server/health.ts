import { isMigrated } from "@/db/migration-status";
import { getDatabase } from "@/lib/server/database";
import { log } from "@/lib/server/log";

export type Health = { status: "ok" } | { status: "unavailable"; reason: string };

/** Can this process serve? Asks the database one cheap question. */
export async function checkHealth(): Promise<Health> {
  try {
    return (await isMigrated(getDatabase()))
      ? { status: "ok" }
      : { status: "unavailable", reason: "The database lacks migrations." };
  } catch (error) {
    log.error("health check failed", { error });
    return { status: "unavailable", reason: "The database does not answer." };
  }
}
