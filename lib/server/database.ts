import { createDatabase, type Database, type DatabaseHandle } from "@/db/client";
import { getEnv } from "@/lib/server/env";

// On globalThis, for a reload while developing evaluates this module anew and would leak a pool.
const kept: { assayDatabase?: DatabaseHandle } = globalThis as never;

/** The database of this process, opened when first asked for. */
export function getDatabase(): Database {
  kept.assayDatabase ??= createDatabase(getEnv().databaseUrl);
  return kept.assayDatabase.db;
}

/** Closes the pool at the end of the process. */
export async function closeDatabase(): Promise<void> {
  await kept.assayDatabase?.close();
  delete kept.assayDatabase;
}
