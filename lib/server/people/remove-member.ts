import { z } from "zod";
import { getMember } from "@/db/queries/people/get-member";
import { refused, type Result } from "@/lib/result";
import { mayGive } from "@/lib/workspaces/role";
import { changePeople, type Changer } from "./change-people";
import { takeOut } from "./take-out";

/** Takes a member out: they are locked out at once, and what they labelled stays. */
export async function removeMember(
  member: Changer,
  given: unknown,
): Promise<Result<{ name: string }>> {
  const userId = z.string().min(1).safeParse(given);
  if (!userId.success) return refused("invalid", "This is no id of a person.");
  const needed = { role: "admin", what: "Removing a member" } as const;
  return changePeople(member, needed, async (tx, own) => {
    const found = await getMember(tx, member.workspaceId, userId.data);
    if (!found) return refused("not_found", "This person is not in this workspace any more.");
    if (!mayGive(own, found.role)) {
      return refused("forbidden", "Only an owner can remove an owner.");
    }
    return takeOut(tx, member, { userId: userId.data, ...found });
  });
}
