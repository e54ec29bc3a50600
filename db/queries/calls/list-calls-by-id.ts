import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { CallRow } from "./list-calls";

/** These calls, narrow, in the order of the ids; one that is gone is left out. */
export async function listCallsById(
  executor: Executor,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<CallRow[]> {
  const rows = await executor
    .select()
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), inArray(calls.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
