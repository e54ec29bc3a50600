import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { revokeInvitationsOf } from "@/db/commands/write-invitation";
import { setMemberRole } from "@/db/commands/write-member";
import { getMember } from "@/db/queries/people/get-member";
import { ok, refused, type Result } from "@/lib/result";
import type { Role } from "@/lib/server/gate";
import { mayGive, ROLES } from "@/lib/workspaces/role";
import { changePeople, type Changer } from "./change-people";

const Input = z.object({ userId: z.string().min(1), role: z.enum(ROLES) });

export const LAST_OWNER =
  "This is the last owner. Make another member an owner first, or delete the workspace.";

/** Gives a member another role; open invitations that they may no longer make end with it. */
export async function changeRole(
  member: Changer,
  input: unknown,
): Promise<Result<{ name: string; role: Role }>> {
  const parsed = Input.safeParse(input);
  if (!parsed.success) return refused("invalid", "Name a member and one of the four roles.");
  const { userId, role } = parsed.data;
  const { workspaceId, actor } = member;
  return changePeople(member, { role: "admin", what: "Changing a role" }, async (tx, own) => {
    const before = await getMember(tx, workspaceId, userId);
    if (!before) return refused("not_found", "This person is not in this workspace any more.");
    const { name, role: from } = before;
    if (!mayGive(own, from) || !mayGive(own, role)) {
      return refused("forbidden", "Only an owner makes owners and changes them.");
    }
    if (from === role) return ok({ name, role });
    if (!(await setMemberRole(tx, workspaceId, { userId, role }))) {
      return refused("conflict", LAST_OWNER);
    }
    const roles = ROLES.filter((given) => mayGive(from, given) && !mayGive(role, given));
    const invitationsEnded = await revokeInvitationsOf(tx, workspaceId, { userId, roles });
    const action = "member.change_role";
    const detail = { name, from, to: role, invitationsEnded };
    await writeAudit(tx, workspaceId, { actor, action, subject: userId, detail });
    return ok({ name, role });
  });
}
