import { countItemsToLabel } from "@/db/queries/workspaces/count-items-to-label";
import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";

/** What surrounds every page of a workspace. */
export async function loadFrame(slug: string) {
  const { workspace, workspaceId, user, role } = await requireMember(slug);
  const db = getDatabase();
  const [workspaces, toLabel] = await Promise.all([
    listWorkspaces(db, user.id),
    countItemsToLabel(db, workspaceId, user.id),
  ]);
  return {
    workspace: { slug: workspace.slug, name: workspace.name, sample: workspace.isSample },
    workspaces,
    user: { name: user.name, email: user.email },
    role,
    toLabel,
  };
}
