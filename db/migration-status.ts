import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";

const newest = Math.max(0, ...journal.entries.map((entry) => entry.when));

/** Has the database every migration this code was built with? Throws if it does not answer. */
export async function isMigrated(db: Executor): Promise<boolean> {
  const [row] = await db.execute<{ applied: string | null }>(
    sql`select max(created_at) as applied from drizzle.__drizzle_migrations`,
  );
  return Number(row?.applied ?? 0) >= newest;
}
