import { and, asc, eq, ne } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { members, users } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";

/** A member who may label. */
export type Labeller = { userId: string; name: string };

/** The people of a workspace who may label, by when they came. */
export function listLabellers(executor: Executor, workspaceId: WorkspaceId): Promise<Labeller[]> {
  return executor
    .select({ userId: members.userId, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), ne(members.role, "viewer")))
    .orderBy(asc(members.createdAt), asc(users.name));
}
