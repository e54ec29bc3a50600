import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { members, users } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { Role, User } from "@/lib/server/gate";

/** A person with an account and no workspace. */
export async function makeTestPerson(db: Database, name: string): Promise<User> {
  const user = { id: randomUUID(), name, email: `${randomUUID()}@example.org` };
  await db.insert(users).values(user);
  return user;
}

/** A member of a workspace, as verbs are given one. */
export async function makeTestMember(
  db: Database,
  workspaceId: WorkspaceId,
  role: Role,
): Promise<{ workspaceId: WorkspaceId; user: User; actor: string; role: Role }> {
  const user = await makeTestPerson(db, `The ${role}`);
  await db.insert(members).values({ workspaceId, userId: user.id, role });
  return { workspaceId, user, actor: user.id, role };
}
