import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Verdict } from "@/lib/labelling/verdict";
import { ownLabels } from "./own-labels";

export type LastLabel = {
  id: RowId;
  itemId: RowId;
  verdict: Verdict;
  reasons: number[];
  note: string | null;
  decisionMs: number | null;
};

/** What a person labelled last in a draw, oldest first. */
export async function listLastLabels(
  executor: Executor,
  workspaceId: WorkspaceId,
  from: { drawId: RowId; userId: string; limit: number },
): Promise<LastLabel[]> {
  const rows = await executor.execute<LastLabel>(sql`
    WITH ${ownLabels(workspaceId, from.drawId, from.userId)}
    SELECT id, item_id AS "itemId", verdict, reasons, note, decision_ms AS "decisionMs"
    FROM own
    ORDER BY created_at DESC, position DESC
    LIMIT ${from.limit}`);
  return [...rows].toReversed();
}
