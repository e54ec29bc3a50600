import { writeAudit } from "@/db/commands/write-audit";
import { writeFrontierModels } from "@/db/commands/write-frontier-models";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { FrontierInput } from "@/lib/workspaces/frontier-input";

/** Says which models count as frontier: those named, or null for the rule. */
export async function saveFrontier(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  input: unknown,
): Promise<Result<string[] | null>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing settings needs the role admin; yours is ${role}.`);
  }
  const parsed = FrontierInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map(({ message }) => message).join(". "));
  }
  const models = parsed.data === null ? null : [...new Set(parsed.data)].toSorted();
  await getDatabase().transaction(async (tx) => {
    await writeFrontierModels(tx, workspaceId, models);
    const detail = { from: workspace.frontierModels, to: models };
    const action = "workspace.frontier";
    await writeAudit(tx, workspaceId, { actor, action, subject: workspaceId, detail });
  });
  return ok(models);
}
