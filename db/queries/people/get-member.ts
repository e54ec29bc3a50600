import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { members, users } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { Role } from "@/lib/workspaces/role";

/** A member's name and role; null when this person is in no such workspace. */
export async function getMember(
  executor: Executor,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<{ name: string; role: Role } | null> {
  const [row] = await executor
    .select({ name: users.name, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)));
  return row ?? null;
}
