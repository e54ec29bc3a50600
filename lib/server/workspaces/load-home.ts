import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import { getDatabase } from "@/lib/server/database";
import { requireUser } from "@/lib/server/gate";

/** The address a signed-in person starts from. */
export async function loadHome(): Promise<string> {
  const user = await requireUser();
  const workspaces = await listWorkspaces(getDatabase(), user.id);
  const [first] = workspaces.toSorted((a, b) => Number(a.sample) - Number(b.sample));
  return first ? `/w/${first.slug}` : "/workspaces/new";
}
