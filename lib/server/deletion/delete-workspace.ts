import { randomUUID } from "node:crypto";
import { closeWorkspace } from "@/db/commands/delete-workspace";
import { writeAudit } from "@/db/commands/write-audit";
import { openDeletion } from "@/db/commands/write-deletion";
import { countDoomed } from "@/db/queries/deletion/count-doomed";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/**
 * Deletes a workspace for its owner, who has typed its name. People and keys are out of it at once;
 * its data go in the background. The account and the session stay.
 */
export async function startWorkspaceDeletion(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  typedName: unknown,
): Promise<Result<null>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "owner")) {
    return refused("forbidden", `Deleting a workspace needs the role owner; yours is ${role}.`);
  }
  if (typedName !== workspace.name) {
    return refused("invalid", `Type the name of the workspace, “${workspace.name}”, to delete it.`);
  }
  return getDatabase().transaction(async (tx) => {
    const counts = await countDoomed(tx, workspaceId, null);
    await openDeletion(tx, workspaceId, {
      id: randomUUID(),
      what: "workspace",
      subject: workspaceId,
      callsTotal: counts.calls,
      createdBy: actor,
    });
    await closeWorkspace(tx, workspaceId);
    const action = "workspace.delete";
    const detail = { name: workspace.name, slug: workspace.slug, ...counts };
    await writeAudit(tx, workspaceId, { actor, action, subject: workspaceId, detail });
    return ok(null);
  });
}
