import { writeAudit } from "@/db/commands/write-audit";
import { writeSettings } from "@/db/commands/write-settings";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { type WorkspaceSettings, WorkspaceSettingsInput } from "./workspace-settings";

/** Changes what a workspace has set; the audit row says what changed from what to what. */
export async function changeSettings(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  input: unknown,
): Promise<Result<WorkspaceSettings>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing settings needs the role admin; yours is ${role}.`);
  }
  const parsed = WorkspaceSettingsInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map(({ message }) => message).join(". "));
  }
  const settings = parsed.data;
  const detail = describeChange(workspace, settings);
  if (Object.keys(detail).length === 0) return ok(settings);
  await getDatabase().transaction(async (tx) => {
    await writeSettings(tx, workspaceId, settings);
    const action = "workspace.settings";
    await writeAudit(tx, workspaceId, { actor, action, subject: workspaceId, detail });
  });
  return ok(settings);
}

function describeChange(before: WorkspaceSettings, after: WorkspaceSettings) {
  const names = ["name", "bar", "minLabels", "threshold", "candidate"] as const;
  return Object.fromEntries(
    names
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, { from: before[name], to: after[name] }]),
  );
}
