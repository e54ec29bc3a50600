import { randomUUID } from "node:crypto";
import { users } from "@/db/schema";
import { createTestDatabase } from "@/db/testing";
import type { WorkspaceId } from "@/lib/ids";
import type { User } from "@/lib/server/gate";
import { closeDatabase } from "./database";
import { createWorkspace } from "./workspaces/create-workspace";

/** A database of its own for a test file of verbs, which find it where the product finds its own. */
export async function openTestDatabase() {
  const test = await createTestDatabase();
  process.env.DATABASE_URL = test.url;
  process.env.ASSAY_SECRET = "a secret that only the tests know, 32+";
  return {
    db: test.db,
    close: async () => {
      await closeDatabase();
      await test.close();
    },
  };
}

/** A person with a workspace of their own. */
export async function makeTestWorkspace(
  db: Awaited<ReturnType<typeof openTestDatabase>>["db"],
  name = "Test",
): Promise<{ user: User; workspaceId: WorkspaceId; slug: string; actor: string }> {
  const user = { id: randomUUID(), name: "Tess", email: `${randomUUID()}@example.org` };
  await db.insert(users).values(user);
  const made = await createWorkspace(user, { name });
  if (!made.ok) throw new Error(made.message);
  return { user, workspaceId: made.value.id, slug: made.value.slug, actor: user.id };
}
