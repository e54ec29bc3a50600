import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { draws } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** The codebook version that a draw asks by. */
export async function getDrawCodebook(
  executor: Executor,
  workspaceId: WorkspaceId,
  drawId: RowId,
): Promise<RowId> {
  const [row] = await executor
    .select({ codebookId: draws.codebookId })
    .from(draws)
    .where(and(eq(draws.workspaceId, workspaceId), eq(draws.id, drawId)));
  if (!row) throw new Error(`there is no draw ${drawId}`);
  return row.codebookId;
}
