import { isNotNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { workspaces } from "@/db/schema";

/** The workspaces, of all that there are, that keep their traces for so many days only. */
export async function listRetentions(executor: Executor): Promise<{ id: string; days: number }[]> {
  const rows = await executor
    .select({ id: workspaces.id, days: workspaces.retentionDays })
    .from(workspaces)
    .where(isNotNull(workspaces.retentionDays));
  return rows.flatMap(({ id, days }) => (days === null ? [] : { id, days }));
}
