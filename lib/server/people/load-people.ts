import {
  type ExternalRaterRow,
  listExternalRaters,
} from "@/db/queries/people/list-external-raters";
import { type InvitationRow, listInvitations } from "@/db/queries/people/list-invitations";
import { listPeople, type PersonRow } from "@/db/queries/people/list-people";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember, type Role } from "@/lib/server/gate";

export interface PeopleView {
  readonly slug: string;
  readonly workspace: string;
  /** Who looks. */
  readonly self: { readonly userId: string; readonly role: Role };
  readonly people: readonly PersonRow[];
  /** Null for those who may not invite. */
  readonly invitations: readonly InvitationRow[] | null;
  readonly externalRaters: readonly ExternalRaterRow[];
}

/** The people of a workspace, the invitations that are open, and raters from elsewhere. */
export async function loadPeople(slug: string): Promise<PeopleView> {
  const { workspaceId, workspace, role, user } = await requireMember(slug);
  const db = getDatabase();
  const mayInvite = mayAct(role, "admin");
  const [people, invitations, externalRaters] = await Promise.all([
    listPeople(db, workspaceId),
    mayInvite ? listInvitations(db, workspaceId) : null,
    listExternalRaters(db, workspaceId),
  ]);
  return {
    slug: workspace.slug,
    workspace: workspace.name,
    self: { userId: user.id, role },
    people,
    invitations,
    externalRaters,
  };
}
