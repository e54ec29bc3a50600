import { countItemsToLabel } from "@/db/queries/workspaces/count-items-to-label";
import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";

/** What surrounds every page of a workspace. */
export async function loadFrame(slug: string) {
  const member = await requireMember(slug);
  const { workspace, workspaceId, user, role } = member;
  const db = getDatabase();
  const [workspaces, toLabel, sight] = await Promise.all([
    listWorkspaces(db, user.id),
    mayAct(role, "reviewer") ? countItemsToLabel(db, workspaceId, user.id, new Date()) : 0,
    sightOf(member),
  ]);
  return {
    workspace: { slug: workspace.slug, name: workspace.name, sample: workspace.isSample },
    workspaces,
    user: { name: user.name, email: user.email },
    role,
    toLabel,
    /** Items that may still come to a reviewer, whose figures are their own till then; else null. */
    left: sight.labels === "own" ? sight.left : null,
  };
}
