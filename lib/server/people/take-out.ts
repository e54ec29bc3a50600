import type { Transaction } from "@/db/client";
import { releaseClaimed, releaseKept } from "@/db/commands/release-assignments";
import { writeAudit } from "@/db/commands/write-audit";
import { revokeInvitationsOf } from "@/db/commands/write-invitation";
import { deleteMember } from "@/db/commands/write-member";
import { findRater } from "@/db/queries/people/find-rater";
import { ok, refused, type Result } from "@/lib/result";
import type { Role } from "@/lib/server/gate";
import { ROLES } from "@/lib/workspaces/role";
import { LAST_OWNER } from "./change-role";
import type { Changer } from "./change-people";

/**
 * Ends a membership, under the lock of `changePeople`. The labels stay and so does their rater; the
 * slots that were held or kept for them are open to others again, and their invitations end.
 */
export async function takeOut(
  tx: Transaction,
  { workspaceId, actor }: Changer,
  person: { userId: string; name: string; role: Role },
): Promise<Result<{ name: string }>> {
  const { userId, name, role } = person;
  if (!(await deleteMember(tx, workspaceId, userId))) return refused("conflict", LAST_OWNER);
  const rater = await findRater(tx, workspaceId, userId);
  const slotsReleased = rater === null ? 0 : await releaseClaimed(tx, workspaceId, rater);
  const slotsOpened = rater === null ? 0 : await releaseKept(tx, workspaceId, rater);
  const invitationsEnded = await revokeInvitationsOf(tx, workspaceId, { userId, roles: ROLES });
  await writeAudit(tx, workspaceId, {
    actor,
    action: actor === userId ? "member.leave" : "member.remove",
    subject: userId,
    detail: { name, role, slotsReleased, slotsOpened, invitationsEnded },
  });
  return ok({ name });
}
