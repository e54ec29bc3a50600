import type { Transaction } from "@/db/client";
import { lockPeople } from "@/db/commands/lock-people";
import { writeAudit } from "@/db/commands/write-audit";
import { acceptInvitation } from "@/db/commands/write-invitation";
import { addMember } from "@/db/commands/write-member";
import { ok, refused, type Result } from "@/lib/result";
import { findInvitation, type Invitation } from "@/lib/server/gate";

type Newcomer = { id: string; name: string };

const REFUSALS: Record<Exclude<Invitation["state"], "open">, string> = {
  used: "This invitation has been used. Each lets one person in: ask for another.",
  revoked: "This invitation was taken back. Ask whoever sent it for another.",
  expired: "This invitation has ended. Ask whoever sent it for another.",
};

/**
 * Uses an invitation up for a person, in the transaction that made their account if they are new.
 * A member gets their workspace and the invitation stays open.
 *
 * @param bring the person, asked for once the invitation is known to be open
 */
export async function redeemInvitation(
  tx: Transaction,
  secret: string,
  bring: () => Promise<Result<Newcomer>>,
): Promise<Result<{ slug: string }>> {
  const found = await findInvitation(tx, secret);
  if (found) await lockPeople(tx, found.workspaceId);
  // read again: whoever held the lock before may have used it
  const invitation = found && (await findInvitation(tx, secret));
  if (!invitation) return refused("not_found", "There is no such invitation.");
  if (invitation.state !== "open") return refused("forbidden", REFUSALS[invitation.state]);
  const brought = await bring();
  if (!brought.ok) return brought;
  await settleIn(tx, invitation, brought.value);
  return ok({ slug: invitation.workspace.slug });
}

async function settleIn(tx: Transaction, invitation: Invitation, person: Newcomer): Promise<void> {
  const { workspaceId, id, role } = invitation;
  if (!(await addMember(tx, workspaceId, { userId: person.id, role }))) return;
  if (!(await acceptInvitation(tx, workspaceId, { id, userId: person.id }))) {
    throw new Error(`invitation ${id} closed under the lock`);
  }
  const detail = { name: person.name, role, invitation: id };
  await writeAudit(tx, workspaceId, {
    actor: person.id,
    action: "member.join",
    subject: person.id,
    detail,
  });
}
