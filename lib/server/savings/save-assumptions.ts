import { writeAssumptions } from "@/db/commands/write-assumptions";
import { writeAudit } from "@/db/commands/write-audit";
import { readAddressText } from "./read-address-text";
import { assumedBy } from "@/lib/overview/params";
import { ok, refused, type Result } from "@/lib/result";
import { ASSUMPTION_NAMES, DEFAULT_ASSUMPTIONS, SaidAssumptions } from "@/lib/savings/assumptions";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/**
 * Makes the assumptions of a view those of the workspace: decisions, the routes file and every page
 * stand on them from now on. The audit row says what changed from what to what.
 */
export async function saveAssumptions(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  query: unknown,
): Promise<Result<{ changed: number }>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing what is assumed needs the role admin; yours is ${role}.`);
  }
  const params = readAddressText(query);
  if (!params.ok) return params;
  const before = assumedBy({}, workspace).assumed;
  const after = assumedBy(params.value, workspace).assumed;
  const changed = ASSUMPTION_NAMES.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return ok({ changed: 0 });
  const { candidate, ...rest } = after;
  const own = Object.entries(rest).filter(
    ([name, value]) => value !== DEFAULT_ASSUMPTIONS[name as keyof typeof rest],
  );
  const assumptions = SaidAssumptions.parse(Object.fromEntries(own));
  await getDatabase().transaction(async (tx) => {
    await writeAssumptions(tx, workspaceId, { assumptions, candidate });
    const detail = Object.fromEntries(
      changed.map((name) => [name, { from: before[name], to: after[name] }]),
    );
    const action = "workspace.assumptions";
    await writeAudit(tx, workspaceId, { actor, action, subject: workspaceId, detail });
  });
  return ok({ changed: changed.length });
}
