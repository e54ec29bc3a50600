import type { Transaction } from "@/db/client";
import { media } from "@/db/schema";

/** Stores bytes by their digest, in one order; what is there already stays. */
export async function writeMedia(
  tx: Transaction,
  rows: readonly (typeof media.$inferInsert)[],
): Promise<void> {
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    await tx.insert(media).values(row).onConflictDoNothing();
  }
}
