import { count, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { calls } from "@/db/schema";

/** Counts stop here: above it a list says "more than 10,000". */
const MOST_COUNTED = 10_000;

/** A list does not wait longer for its count, in milliseconds. */
const PATIENCE_MS = 400;

const CANCELLED = "57014";

/**
 * How many calls there are, exact up to 10,000; one more stands for all above. Null when counting
 * would take too long: nothing but a look at every call could tell.
 */
export async function countCalls(
  database: Database,
  condition: SQL | undefined,
): Promise<number | null> {
  try {
    return await database.transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL statement_timeout = ${sql.raw(String(PATIENCE_MS))}`);
      const some = tx
        .select({ one: sql`1`.as("one") })
        .from(calls)
        .where(condition)
        .limit(MOST_COUNTED + 1)
        .as("some");
      const [row] = await tx.select({ count: count() }).from(some);
      return row?.count ?? 0;
    });
  } catch (error) {
    if (codeOf(error) === CANCELLED) return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
}
