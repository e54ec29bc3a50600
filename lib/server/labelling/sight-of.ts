import { countLeft } from "@/db/queries/labelling/count-left";
import { findRaterId } from "@/db/queries/labelling/find-rater-id";
import { decideSight, SEE_ALL, type Sight } from "@/lib/labelling/blind";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";

/** Whose labels a member's figures are made from just now. */
export async function sightOf(
  { workspaceId, user, role }: Pick<Membership, "workspaceId" | "user" | "role">,
  now = new Date(),
): Promise<Sight> {
  if (decideSight({ role, raterId: null, left: 1 }).labels === "all") return SEE_ALL;
  const raterId = await findRaterId(getDatabase(), workspaceId, user.id);
  const left = await countLeft(getDatabase(), workspaceId, { raterId, now });
  return decideSight({ role, raterId, left });
}
