import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import { createDatabase } from "@/db/client";

const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

/** Any number, the same in every process: two starts at once migrate one after the other. */
const lockKey = 4_150_741;

/** Brings our tables and the job queue's to the state this code expects. Safe to repeat. */
export async function migrateDatabase(url: string): Promise<void> {
  // One connection, for the lock belongs to the session that took it.
  const { db, close } = createDatabase(url, { max: 1 });
  try {
    await db.execute(sql`select pg_advisory_lock(${lockKey})`);
    await migrate(db, { migrationsFolder });
    await runMigrations({ connectionString: url });
  } finally {
    await close();
  }
}
