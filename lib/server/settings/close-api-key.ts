import { z } from "zod";
import { revokeApiKey } from "@/db/commands/write-api-key";
import { writeAudit } from "@/db/commands/write-audit";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Revokes an API key at once and for good; what it sent stays. */
export async function closeApiKey(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  keyId: unknown,
): Promise<Result<{ name: string }>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Revoking an API key needs the role admin; yours is ${role}.`);
  }
  const id = z.uuid().safeParse(keyId);
  if (!id.success) return refused("invalid", "This is no id of a key.");
  return getDatabase().transaction(async (tx) => {
    const name = await revokeApiKey(tx, workspaceId, id.data);
    if (name === null) return refused("not_found", "There is no such key, or it is revoked.");
    const action = "api_key.revoke";
    await writeAudit(tx, workspaceId, { actor, action, subject: id.data, detail: { name } });
    return ok({ name });
  });
}
