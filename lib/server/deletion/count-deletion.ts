import { countDoomed } from "@/db/queries/deletion/count-doomed";
import { DeletionScope, type DoomedCounts } from "@/lib/deletion/deletion-scope";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Says what a deletion would take with it, for whoever may ask for it; null is the workspace. */
export async function countDeletion(
  { workspaceId, role }: Pick<Membership, "workspaceId" | "role">,
  input: unknown,
): Promise<Result<DoomedCounts>> {
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Deleting needs the role admin; yours is ${role}.`);
  }
  if (input === null) return ok(await countDoomed(getDatabase(), workspaceId, null));
  const parsed = DeletionScope.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  return ok(await countDoomed(getDatabase(), workspaceId, parsed.data));
}
