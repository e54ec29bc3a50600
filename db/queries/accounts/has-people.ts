import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { users } from "@/db/schema";

/** Whether anybody has an account here. */
export async function hasPeople(executor: Executor): Promise<boolean> {
  const rows = await executor
    .select({ one: sql`1` })
    .from(users)
    .limit(1);
  return rows.length > 0;
}
