import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import { getDatabase } from "@/lib/server/database";
import { requireUser } from "@/lib/server/gate";

/** Who makes a workspace, and where they came from if they have one already. */
export async function loadNewWorkspace(): Promise<{ name: string; homeHref: string | null }> {
  const user = await requireUser();
  const [first] = await listWorkspaces(getDatabase(), user.id);
  return { name: user.name, homeHref: first ? `/w/${first.slug}` : null };
}
