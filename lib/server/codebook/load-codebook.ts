import { listCodebooks } from "@/db/queries/codebook/list-codebooks";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

/** The codebook's versions, and whether this person may change it. */
export async function loadCodebook(slug: string) {
  const { workspaceId, role } = await requireMember(slug);
  const versions = await listCodebooks(getDatabase(), workspaceId);
  return { versions, mayChange: mayAct(role, "admin") };
}
