import type { Executor } from "@/db/client";
import { listCodebookVersions, listStoredLabels } from "@/db/queries/overview/list-stored-labels";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Sight } from "@/lib/labelling/blind";
import { countVerdicts, type VerdictCounts } from "@/lib/labelling/verdict-counts";
import type { Scoping } from "@/lib/scope/scope-summary";
import { settleCalls } from "@/lib/overview/settle-calls";

/** What the labels so far have come to in each cluster of a scope, settled as every share settles them. */
export async function readVerdictCounts(
  executor: Executor,
  workspaceId: WorkspaceId,
  scoping: Scoping,
  sight: Sight,
): Promise<Map<RowId, VerdictCounts>> {
  const labels = await listStoredLabels(executor, workspaceId, scoping, sight);
  const versions = await listCodebookVersions(executor, workspaceId);
  return countVerdicts(settleCalls(labels, versions));
}
