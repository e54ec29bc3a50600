import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { deleteImportMapping } from "@/db/commands/write-import-mapping";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Forgets a mapping: the next table of its columns is asked about again. What came in stays. */
export async function removeMapping(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  mappingId: unknown,
): Promise<Result<{ name: string }>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Removing a mapping needs the role admin; yours is ${role}.`);
  }
  const id = z.uuid().safeParse(mappingId);
  if (!id.success) return refused("invalid", "This is no id of a mapping.");
  return getDatabase().transaction(async (tx) => {
    const name = await deleteImportMapping(tx, workspaceId, id.data);
    if (name === null) return refused("not_found", "There is no such mapping.");
    const action = "import_mapping.remove";
    await writeAudit(tx, workspaceId, { actor, action, subject: id.data, detail: { name } });
    return ok({ name });
  });
}
