import { count, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { traces } from "@/db/schema";

/** Counts stop here: above it a list says "more than 10,000". */
const MOST_COUNTED = 10_000;

/** How many traces there are, exact up to 10,000; one more stands for all above. */
export async function countTraces(executor: Executor, condition: SQL | undefined): Promise<number> {
  const some = executor
    .select({ one: sql`1`.as("one") })
    .from(traces)
    .where(condition)
    .limit(MOST_COUNTED + 1)
    .as("some");
  const [row] = await executor.select({ count: count() }).from(some);
  return row?.count ?? 0;
}
