import { countUnfilled, listCallLabels } from "@/db/queries/labelling/list-call-labels";
import { findRaterId } from "@/db/queries/labelling/find-rater-id";
import type { RowId } from "@/lib/ids";
import { isAdjudicator } from "@/lib/labelling/blind";
import type { CallLabels } from "@/lib/labelling/call-labels";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";

/** The labels of a call as far as a member may see them now. */
export async function readCallLabels(
  { workspaceId, user, role }: Pick<Membership, "workspaceId" | "user" | "role">,
  callId: RowId,
): Promise<CallLabels> {
  const database = getDatabase();
  const [raterId, unfilled] = await Promise.all([
    findRaterId(database, workspaceId, user.id),
    countUnfilled(database, workspaceId, callId),
  ]);
  const others = unfilled === 0 || isAdjudicator(role);
  const labels = await listCallLabels(database, workspaceId, { callId, raterId, others });
  return { labels, unfilled, early: others && unfilled > 0 };
}
