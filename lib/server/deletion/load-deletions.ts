import { listDeletions } from "@/db/queries/deletion/list-deletions";
import type { DeletionEntry } from "@/lib/deletion/deletion-target";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

const SHOWN = 10;

/** What the settings show of deletion: those under way and the last ones, for admins. */
export async function loadDeletions({
  workspaceId,
  workspace,
  role,
}: Pick<Membership, "workspaceId" | "workspace" | "role">) {
  const rows = mayAct(role, "admin") ? await listDeletions(getDatabase(), workspaceId, SHOWN) : [];
  const deletions = rows.map(
    ({ id, what, subject, state, callsTotal, callsDone, createdAt }): DeletionEntry => ({
      id,
      what,
      subject,
      state,
      callsTotal,
      callsDone,
      createdAt: new Date(createdAt).toISOString(),
    }),
  );
  return {
    retentionDays: workspace.retentionDays,
    deletions,
    mayDeleteWorkspace: mayAct(role, "owner"),
  };
}
