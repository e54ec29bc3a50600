import { sql } from "drizzle-orm";
import { createDatabase } from "@/db/client";

/**
 * Gives back the jobs that a killed worker had under way, which the queue would otherwise hold for
 * four hours. Only for a database with a single worker, before that worker starts.
 */
export async function releaseAbandonedJobs(url: string): Promise<void> {
  const { db, close } = createDatabase(url, { max: 1 });
  try {
    await db.execute(sql`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs where locked_by is not null having count(*) > 0`);
  } finally {
    await close();
  }
}
