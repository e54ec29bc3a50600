import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { writeApiKey } from "@/db/commands/write-api-key";
import { writeAudit } from "@/db/commands/write-audit";
import type { RowId } from "@/lib/ids";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { hashSecret, mayAct, type Membership } from "@/lib/server/gate";
import { KEY_SCOPES, type KeyScope } from "@/lib/workspaces/key-scope";

const Input = z.object({
  name: z.string().trim().min(1, "Say what the key is for").max(60, "At most 60 characters"),
  scope: z.enum(KEY_SCOPES, "Say what the key may: ingest, read, or both").default("both"),
});

const PREFIX_LENGTH = 12;

/** Makes an API key. The secret is in this answer and nowhere else: only its digest is kept. */
export async function createApiKey(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<{ id: RowId; name: string; scope: KeyScope; secret: string }>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Making an API key needs the role admin; yours is ${role}.`);
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) return refused("invalid", parsed.error.issues[0]?.message ?? "Bad input");
  const { name, scope } = parsed.data;
  const id = randomUUID();
  const secret = `assay_${randomBytes(32).toString("base64url")}`;
  const prefix = secret.slice(0, PREFIX_LENGTH);
  await getDatabase().transaction(async (tx) => {
    const secretHash = hashSecret(secret);
    await writeApiKey(tx, workspaceId, { id, name, prefix, scope, secretHash, createdBy: actor });
    const action = "api_key.create";
    await writeAudit(tx, workspaceId, {
      actor,
      action,
      subject: id,
      detail: { name, prefix, scope },
    });
  });
  return ok({ id, name, scope, secret });
}
