import { writeAudit } from "@/db/commands/write-audit";
import { writeRetention } from "@/db/commands/write-retention";
import { RetentionDays } from "@/lib/deletion/deletion-scope";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Sets for how many days traces are kept, from the next night on; empty keeps everything. */
export async function saveRetention(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  input: unknown,
): Promise<Result<number | null>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing retention needs the role admin; yours is ${role}.`);
  }
  const parsed = RetentionDays.nullable().safeParse(input === "" ? null : input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  const from = workspace.retentionDays;
  const to = parsed.data;
  if (from === to) return ok(to);
  await getDatabase().transaction(async (tx) => {
    await writeRetention(tx, workspaceId, to);
    const action = "workspace.retention";
    await writeAudit(tx, workspaceId, {
      actor,
      action,
      subject: workspaceId,
      detail: { from, to },
    });
  });
  return ok(to);
}
