import { getMember } from "@/db/queries/people/get-member";
import { refused, type Result } from "@/lib/result";
import { changePeople, type Changer } from "./change-people";
import { takeOut } from "./take-out";

/** Ends one's own membership. The last owner cannot leave. */
export async function leaveWorkspace(member: Changer): Promise<Result<{ name: string }>> {
  return changePeople(member, { role: "viewer", what: "Leaving" }, async (tx) => {
    const own = await getMember(tx, member.workspaceId, member.actor);
    if (!own) return refused("not_found", "You are no longer in this workspace.");
    return takeOut(tx, member, { userId: member.actor, ...own });
  });
}
