import { asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { members, users } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: (typeof members.$inferSelect)["role"];
  readonly since: string;
}

/** The people in a workspace, by when they came. */
export function listMembers(executor: Executor, workspaceId: WorkspaceId): Promise<MemberRow[]> {
  return executor
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      role: members.role,
      since: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, workspaceId))
    .orderBy(asc(members.createdAt), asc(users.name));
}
