import { and, eq, ne } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** Whether another external rater has this name: labels made elsewhere find their rater by it. */
export async function isRaterNameTaken(
  executor: Executor,
  workspaceId: WorkspaceId,
  { id, name }: { id: RowId; name: string },
): Promise<boolean> {
  const rows = await executor
    .select({ id: raters.id })
    .from(raters)
    .where(
      and(
        eq(raters.workspaceId, workspaceId),
        eq(raters.kind, "external"),
        eq(raters.name, name),
        ne(raters.id, id),
      ),
    );
  return rows.length > 0;
}
