import { randomBytes, randomUUID } from "node:crypto";
import { writeAudit } from "@/db/commands/write-audit";
import { writeInvitation } from "@/db/commands/write-invitation";
import type { RowId } from "@/lib/ids";
import { ok, refused, type Result } from "@/lib/result";
import { hashSecret, type Role } from "@/lib/server/gate";
import { InvitationInput } from "@/lib/workspaces/invitation";
import { mayGive } from "@/lib/workspaces/role";
import { changePeople, type Changer } from "./change-people";

export type NewInvitation = {
  id: RowId;
  role: Role;
  note: string | null;
  expiresAt: string;
  secret: string;
};

/** Makes an invitation. The secret is in this answer and nowhere else: only its digest is kept. */
export async function createInvitation(
  member: Changer,
  input: unknown,
): Promise<Result<NewInvitation>> {
  const parsed = InvitationInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map(({ message }) => message).join(". "));
  }
  const { role, days, note } = parsed.data;
  const { workspaceId, actor } = member;
  return changePeople(member, { role: "admin", what: "Inviting" }, async (tx, own) => {
    if (!mayGive(own, role)) return refused("forbidden", "Only an owner can invite an owner.");
    const id = randomUUID();
    const secret = randomBytes(32).toString("base64url");
    const secretHash = hashSecret(secret);
    const given = { id, role, note, secretHash, createdBy: actor, days };
    const expiresAt = await writeInvitation(tx, workspaceId, given);
    const action = "invitation.create";
    const detail = { role, days, ...(note === null ? {} : { note }) };
    await writeAudit(tx, workspaceId, { actor, action, subject: id, detail });
    return ok({ id, role, note, expiresAt, secret });
  });
}
