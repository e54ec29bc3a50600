import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { codebooks, draws } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";

/** A draw's row by its id or number, with the version of its codebook; null when there is none. */
export async function getDraw(
  executor: Executor,
  workspaceId: WorkspaceId,
  which: { id: RowId } | { number: number },
) {
  const [row] = await executor
    .select({ draw: draws, codebookVersion: codebooks.version })
    .from(draws)
    .innerJoin(
      codebooks,
      and(eq(codebooks.workspaceId, draws.workspaceId), eq(codebooks.id, draws.codebookId)),
    )
    .where(
      and(
        eq(draws.workspaceId, workspaceId),
        "id" in which ? eq(draws.id, which.id) : eq(draws.number, which.number),
      ),
    );
  return row ? { ...row.draw, codebookVersion: row.codebookVersion } : null;
}
