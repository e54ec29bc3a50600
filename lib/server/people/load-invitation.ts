import { getMember } from "@/db/queries/people/get-member";
import { getDatabase } from "@/lib/server/database";
import { findInvitation, getUser, type Role } from "@/lib/server/gate";
import type { InvitationState } from "@/lib/workspaces/invitation";

export interface InvitationView {
  /** `inside`: who looks is a member already. */
  readonly state: InvitationState | "unknown" | "inside";
  /** Null where nobody made such an invitation. */
  readonly invitation: {
    readonly workspace: string;
    readonly role: Role;
    readonly madeBy: string | null;
    readonly expiresAt: string;
  } | null;
  /** Who looks; null when signed out. */
  readonly user: { readonly name: string; readonly email: string } | null;
  /** The workspace's address, for its members only. */
  readonly homeHref: string | null;
}

/** What an invitation's link leads to, for whoever opens it. */
export async function loadInvitation(secret: string): Promise<InvitationView> {
  const user = await getUser();
  const who = user && { name: user.name, email: user.email };
  const found = await findInvitation(getDatabase(), secret);
  if (!found) return { state: "unknown", invitation: null, user: who, homeHref: null };
  const { workspaceId, workspace, role, madeBy, expiresAt } = found;
  const invitation = { workspace: workspace.name, role, madeBy, expiresAt };
  const isInside = user !== null && (await getMember(getDatabase(), workspaceId, user.id)) !== null;
  return {
    state: isInside ? "inside" : found.state,
    invitation,
    user: who,
    homeHref: isInside ? `/w/${workspace.slug}` : null,
  };
}
