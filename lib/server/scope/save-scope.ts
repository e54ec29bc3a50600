import { writeAudit } from "@/db/commands/write-audit";
import { writeScope } from "@/db/commands/write-scope";
import { ok, refused, type Result } from "@/lib/result";
import { narrows, parseStoredScope, Scope } from "@/lib/scope/scope";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Sets what the workspace's audit looks at unless an address says otherwise. */
export async function saveScope(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  input: unknown,
): Promise<Result<Scope>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing the scope needs the role admin; yours is ${role}.`);
  }
  const parsed = Scope.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  const from = parseStoredScope(workspace.scope);
  const to = parsed.data;
  if (JSON.stringify(from) === JSON.stringify(to)) return ok(to);
  await getDatabase().transaction(async (tx) => {
    await writeScope(tx, workspaceId, narrows(to) ? to : null);
    const action = "workspace.scope";
    const detail = { from, to };
    await writeAudit(tx, workspaceId, { actor, action, subject: workspaceId, detail });
  });
  return ok(to);
}
