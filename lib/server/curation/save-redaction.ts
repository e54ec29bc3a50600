import { writeAudit } from "@/db/commands/write-audit";
import { writeRedactionSettings } from "@/db/commands/write-redaction-settings";
import { RedactionSettings, RedactionSettingsInput } from "@/lib/curation/redact/settings";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/**
 * Sets what is redacted from now on. What is stored already stays as it is: a mark has no way
 * back. The audit row says what changed.
 */
export async function saveRedaction(
  member: Pick<Membership, "workspaceId" | "workspace" | "role" | "actor">,
  input: unknown,
): Promise<Result<RedactionSettings>> {
  const { workspaceId, workspace, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing redaction needs the role admin; yours is ${role}.`);
  }
  const parsed = RedactionSettingsInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map(({ message }) => message).join(". "));
  }
  const settings = parsed.data;
  const detail = describeChange(RedactionSettings.parse(workspace.redaction ?? {}), settings);
  if (Object.keys(detail).length === 0) return ok(settings);
  await getDatabase().transaction(async (tx) => {
    await writeRedactionSettings(tx, workspaceId, settings);
    const action = "workspace.redaction";
    await writeAudit(tx, workspaceId, { actor, action, subject: workspaceId, detail });
  });
  return ok(settings);
}

function describeChange(before: RedactionSettings, after: RedactionSettings) {
  const parts = ["off", "own", "keys", "keepMedia"] as const;
  const changed = parts.filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
  return Object.fromEntries(changed.map((part) => [part, { from: before[part], to: after[part] }]));
}
