import { randomUUID } from "node:crypto";
import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { writeImportMapping } from "@/db/commands/write-import-mapping";
import type { RowId } from "@/lib/ids";
import { ok, refused, type Result } from "@/lib/result";
import { openRedactor } from "@/lib/server/curation/open-redactor";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { missingColumns, problemOfMapping } from "@/lib/tabular/check-mapping";
import { Mapping } from "@/lib/tabular/mapping";
import { columnsDigest } from "./choose-reading";

const Columns = z.array(z.string().max(1_000)).max(5_000);

const Input = z.object({
  name: z.string().trim().min(1, "Give the mapping a name").max(80, "Name: at most 80 characters"),
  /** All columns of the table that it is made for. */
  columns: Columns.min(1),
  /** Those that every row has: files whose rows share the same are read by it from now on. */
  shared: Columns.optional(),
  mapping: Mapping,
});

/**
 * Keeps which column is which field, for tables of these columns from now on. A mapping of the same
 * name is replaced.
 */
export async function saveMapping(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<{ id: RowId; name: string }>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Saving a mapping needs the role admin; yours is ${role}.`);
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) return refused("invalid", parsed.error.issues[0]?.message ?? "Bad input");
  const { columns, shared = columns, mapping } = parsed.data;
  const problem = problemOfMapping(mapping);
  if (problem !== null) return refused("invalid", problem);
  const missing = missingColumns(mapping, columns);
  if (missing.length > 0) {
    return refused("invalid", `The table has no column "${missing[0]?.slice(0, 40)}".`);
  }
  const redactor = await openRedactor(workspaceId);
  const name = redactor.text(parsed.data.name).text;
  const kept = { name, columns: columnsDigest(shared), mapping, createdBy: actor };
  const id = await getDatabase().transaction(async (tx) => {
    const id = await writeImportMapping(tx, workspaceId, { id: randomUUID(), ...kept });
    const action = "import_mapping.save";
    await writeAudit(tx, workspaceId, { actor, action, subject: id, detail: { name, mapping } });
    return id;
  });
  return ok({ id, name });
}
