import { asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Everybody who ever began to label in a workspace, by name. */
export function listRaters(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<{ id: RowId; name: string }[]> {
  return executor
    .select({ id: raters.id, name: raters.name })
    .from(raters)
    .where(eq(raters.workspaceId, workspaceId))
    .orderBy(asc(raters.name), asc(raters.id));
}
