"use server";

import { revalidatePath } from "next/cache";
import type { Result } from "@/lib/result";
import { getEnv } from "@/lib/server/env";
import { proveMember } from "@/lib/server/gate";
import { changeRole } from "@/lib/server/people/change-role";
import { createInvitation } from "@/lib/server/people/create-invitation";
import { endInvitation } from "@/lib/server/people/end-invitation";
import { leaveWorkspace } from "@/lib/server/people/leave-workspace";
import { removeMember } from "@/lib/server/people/remove-member";
import { renameRater } from "@/lib/server/people/rename-rater";
import { invitationPath } from "@/lib/workspaces/invitation";
import type { Role } from "@/lib/workspaces/role";

export type InvitationState = {
  message: string | null;
  made: { role: Role; note: string | null; expiresAt: string; link: string } | null;
};

export async function createInvitationAction(
  slug: string,
  _before: InvitationState,
  form: FormData,
): Promise<InvitationState> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { message: proof.message, made: null };
  const made = await createInvitation(proof.value, Object.fromEntries(form));
  if (!made.ok) return { message: made.message, made: null };
  revalidatePath(`/w/${slug}/settings/people`);
  const { role, note, expiresAt, secret } = made.value;
  const link = `${getEnv().baseUrl}${invitationPath(secret)}`;
  return { message: null, made: { role, note, expiresAt, link } };
}

/** @returns what went wrong, or null; so do the actions below. */
export async function endInvitationAction(slug: string, id: string): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  return settled(slug, await endInvitation(proof.value, id));
}

export async function changeRoleAction(
  slug: string,
  userId: string,
  role: Role,
): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  return settled(slug, await changeRole(proof.value, { userId, role }));
}

export async function removeMemberAction(slug: string, userId: string): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  return settled(slug, await removeMember(proof.value, userId));
}

export async function leaveWorkspaceAction(slug: string): Promise<string | null> {
  const proof = await proveMember(slug, "viewer");
  if (!proof.ok) return proof.message;
  const left = await leaveWorkspace(proof.value);
  return left.ok ? null : left.message;
}

export async function renameRaterAction(
  slug: string,
  id: string,
  name: string,
): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  return settled(slug, await renameRater(proof.value, { id, name }));
}

function settled(slug: string, done: Result<unknown>): string | null {
  if (!done.ok) return done.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}
