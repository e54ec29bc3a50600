import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { invitations } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Role } from "@/lib/workspaces/role";

type NewInvitation = Pick<
  typeof invitations.$inferInsert,
  "id" | "role" | "note" | "secretHash" | "createdBy"
>;

/**
 * Writes an invitation: the digest of its secret, never the secret.
 *
 * @returns when it ends.
 */
export async function writeInvitation(
  executor: Executor,
  workspaceId: WorkspaceId,
  { days, ...invitation }: NewInvitation & { days: number },
): Promise<string> {
  const expiresAt = sql`now() + make_interval(days => ${days}::int)`;
  const [row] = await executor
    .insert(invitations)
    .values({ ...invitation, workspaceId, expiresAt })
    .returning({ expiresAt: invitations.expiresAt });
  if (!row) throw new Error(`invitation ${invitation.id} was not written`);
  return row.expiresAt;
}

const isOpen = (workspaceId: WorkspaceId): SQL | undefined =>
  and(
    eq(invitations.workspaceId, workspaceId),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  );

/**
 * Ends an open invitation.
 *
 * @returns its role and note; null when there is none such that is open.
 */
export async function revokeInvitation(
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: RowId,
): Promise<{ role: Role; note: string | null } | null> {
  const [row] = await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(isOpen(workspaceId), eq(invitations.id, id)))
    .returning({ role: invitations.role, note: invitations.note });
  return row ?? null;
}

/**
 * Ends the open invitations by which a person could still bring somebody into these roles.
 *
 * @returns how many ended.
 */
export async function revokeInvitationsOf(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { userId, roles }: { userId: string; roles: readonly Role[] },
): Promise<number> {
  if (roles.length === 0) return 0;
  const ended = await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        isOpen(workspaceId),
        eq(invitations.createdBy, userId),
        inArray(invitations.role, [...roles]),
      ),
    )
    .returning({ id: invitations.id });
  return ended.length;
}

/** Uses an invitation up. Two at once: one of them gets true. */
export async function acceptInvitation(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, userId }: { id: RowId; userId: string },
): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ acceptedBy: userId, acceptedAt: sql`now()` })
    .where(and(isOpen(workspaceId), eq(invitations.id, id)))
    .returning({ id: invitations.id });
  return used.length > 0;
}
