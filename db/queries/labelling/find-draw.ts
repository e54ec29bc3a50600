import { and, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { codebooks, draws } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { Codebook } from "@/lib/labelling/codebook";

export type DrawToLabel = { id: RowId; number: number; codebook: Codebook };

/** A draw by its number, or the newest; null when there is none. */
export async function findDraw(
  executor: Executor,
  workspaceId: WorkspaceId,
  number: number | null,
): Promise<DrawToLabel | null> {
  const [row] = await executor
    .select({ id: draws.id, number: draws.number, codebook: codebooks.content })
    .from(draws)
    .innerJoin(
      codebooks,
      and(eq(codebooks.workspaceId, draws.workspaceId), eq(codebooks.id, draws.codebookId)),
    )
    .where(
      and(
        eq(draws.workspaceId, workspaceId),
        number === null ? undefined : eq(draws.number, number),
      ),
    )
    .orderBy(desc(draws.number))
    .limit(1);
  return row ? { ...row, codebook: Codebook.parse(row.codebook) } : null;
}
