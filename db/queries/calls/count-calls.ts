import { count, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";

/** Counts stop here: above it a list says "more than 10,000". */
export const MOST_COUNTED = 10_000;

/** How many calls there are, exact up to {@link MOST_COUNTED}; one more stands for all above. */
export async function countCalls(executor: Executor, condition: SQL | undefined): Promise<number> {
  const some = executor
    .select({ one: sql`1`.as("one") })
    .from(calls)
    .where(condition)
    .limit(MOST_COUNTED + 1)
    .as("some");
  const [row] = await executor.select({ count: count() }).from(some);
  return row?.count ?? 0;
}
