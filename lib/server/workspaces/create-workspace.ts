import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Executor } from "@/db/client";
import { writeAudit } from "@/db/commands/write-audit";
import { writeWorkspace } from "@/db/commands/write-workspace";
import type { WorkspaceId } from "@/lib/ids";
import { FIRST_CODEBOOK } from "@/lib/labelling/codebook";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { User } from "@/lib/server/gate";
import { slugOf } from "@/lib/workspaces/slug";

export const CreateWorkspaceInput = z.object({
  name: z.string().trim().min(1, "Give the workspace a name").max(60, "At most 60 characters"),
});

/** Makes a workspace, its owner being the person who asks. Every signed-in person may. */
export async function createWorkspace(
  user: User,
  input: unknown,
  { isSample = false, executor = getDatabase() }: { isSample?: boolean; executor?: Executor } = {},
): Promise<Result<{ id: WorkspaceId; slug: string }>> {
  const parsed = CreateWorkspaceInput.safeParse(input);
  if (!parsed.success) return refused("invalid", parsed.error.issues[0]?.message ?? "Bad name");
  const { name } = parsed.data;
  const id = randomUUID() as WorkspaceId;
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const slug = slugOf(name, attempt);
    const made = await executor.transaction(async (tx) => {
      const written = await writeWorkspace(tx, {
        id,
        slug,
        name,
        isSample,
        ownerId: user.id,
        codebook: { id: randomUUID(), content: FIRST_CODEBOOK },
      });
      if (!written) return false;
      const action = isSample ? "workspace.open_sample" : "workspace.create";
      await writeAudit(tx, id, { actor: user.id, action, subject: id, detail: { name, slug } });
      return true;
    });
    if (made) return ok({ id, slug });
  }
  return refused("conflict", "Too many workspaces have this name. Choose another one.");
}
