import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { invitations, users } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Role } from "@/lib/workspaces/role";

export interface InvitationRow {
  readonly id: RowId;
  readonly role: Role;
  /** Whom it is for; null when nothing was said. */
  readonly note: string | null;
  /** Who made it; null when their account is gone. */
  readonly madeBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** The invitations that still let somebody in, those that end first on top. */
export function listInvitations(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<InvitationRow[]> {
  return executor
    .select({
      id: invitations.id,
      role: invitations.role,
      note: invitations.note,
      madeBy: users.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    )
    .orderBy(asc(invitations.expiresAt), asc(invitations.id));
}
