import { and, eq, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { traces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The form of a row id; digests are of no version. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The trace that an id names, ours or the source's. Both may be written as UUIDs. */
export async function findTraceIds(
  executor: Executor,
  workspaceId: WorkspaceId,
  id: string,
): Promise<RowId[]> {
  const ours = UUID.test(id) ? eq(traces.id, sql`${id}::uuid`) : undefined;
  const rows = await executor
    .select({ id: traces.id })
    .from(traces)
    .where(and(eq(traces.workspaceId, workspaceId), or(ours, eq(traces.sourceTraceId, id))));
  return rows.map((row) => row.id);
}
