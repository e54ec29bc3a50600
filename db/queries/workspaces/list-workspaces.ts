import { asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { members, workspaces } from "@/db/schema";

export type WorkspaceEntry = { slug: string; name: string; sample: boolean };

/** The workspaces a person is in, oldest first. */
export function listWorkspaces(executor: Executor, userId: string): Promise<WorkspaceEntry[]> {
  return executor
    .select({ slug: workspaces.slug, name: workspaces.name, sample: workspaces.isSample })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.userId, userId))
    .orderBy(asc(workspaces.createdAt), asc(workspaces.slug));
}
