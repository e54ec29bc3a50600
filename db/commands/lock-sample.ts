import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** Holds back, until this transaction ends, whoever else opens the sample of the same person. */
export async function lockSample(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sample ${userId}`}, 0))`);
}
