import { listClusterFrames } from "@/db/queries/labelling/list-cluster-frames";
import { listDraws } from "@/db/queries/labelling/list-draws";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

/** What a draw can be planned on, and the draws that there are. */
export async function loadDrawPage(slug: string) {
  const { workspaceId, role } = await requireMember(slug);
  const [clusters, draws] = await Promise.all([
    listClusterFrames(getDatabase(), workspaceId),
    listDraws(getDatabase(), workspaceId),
  ]);
  // today's date as digits: easy to say, and nobody chose it for its result
  const seed = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return { clusters, draws, seed, mayDraw: mayAct(role, "admin") };
}
