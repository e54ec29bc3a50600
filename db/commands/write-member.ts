import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { members } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { Role } from "@/lib/workspaces/role";

/** @returns false when this person is a member already; nothing is written then. */
export async function addMember(
  executor: Executor,
  workspaceId: WorkspaceId,
  member: { userId: string; role: Role },
): Promise<boolean> {
  const added = await executor
    .insert(members)
    .values({ ...member, workspaceId })
    .onConflictDoNothing()
    .returning({ userId: members.userId });
  return added.length > 0;
}

/** Holds for everybody but the last owner of a workspace. */
const isNotLastOwner = (workspaceId: WorkspaceId, userId: string): SQL | undefined =>
  or(
    ne(members.role, "owner"),
    sql`EXISTS (
      SELECT 1 FROM members other
      WHERE other.workspace_id = ${workspaceId} AND other.role = 'owner'
        AND other.user_id <> ${userId})`,
  );

const isMember = (workspaceId: WorkspaceId, userId: string) =>
  and(eq(members.workspaceId, workspaceId), eq(members.userId, userId));

/**
 * Changes a role. Call it under `lockPeople`: the last owner stays one.
 *
 * @returns false when it was the last owner's; nothing is written then.
 */
export async function setMemberRole(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { userId, role }: { userId: string; role: Role },
): Promise<boolean> {
  const may = role === "owner" ? undefined : isNotLastOwner(workspaceId, userId);
  const changed = await tx
    .update(members)
    .set({ role })
    .where(and(isMember(workspaceId, userId), may))
    .returning({ userId: members.userId });
  return changed.length > 0;
}

/**
 * Takes a person out. Call it under `lockPeople`: the last owner stays.
 *
 * @returns false when it was the last owner; nothing is written then.
 */
export async function deleteMember(
  tx: Transaction,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<boolean> {
  const gone = await tx
    .delete(members)
    .where(and(isMember(workspaceId, userId), isNotLastOwner(workspaceId, userId)))
    .returning({ userId: members.userId });
  return gone.length > 0;
}
