import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { revokeInvitation } from "@/db/commands/write-invitation";
import { ok, refused, type Result } from "@/lib/result";
import { changePeople, type Changer } from "./change-people";

/** Ends an open invitation at once: its link lets nobody in any more. */
export async function endInvitation(
  member: Changer,
  invitationId: unknown,
): Promise<Result<{ note: string | null }>> {
  const id = z.uuid().safeParse(invitationId);
  if (!id.success) return refused("invalid", "This is no id of an invitation.");
  const { workspaceId, actor } = member;
  return changePeople(member, { role: "admin", what: "Ending an invitation" }, async (tx) => {
    const ended = await revokeInvitation(tx, workspaceId, id.data);
    if (!ended) {
      return refused(
        "not_found",
        "There is no such open invitation: it was used, has ended, or was revoked.",
      );
    }
    const action = "invitation.revoke";
    const detail = { role: ended.role, ...(ended.note === null ? {} : { note: ended.note }) };
    await writeAudit(tx, workspaceId, { actor, action, subject: id.data, detail });
    return ok({ note: ended.note });
  });
}
