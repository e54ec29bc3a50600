import { z } from "zod";
import { renameExternalRater } from "@/db/commands/rename-rater";
import { writeAudit } from "@/db/commands/write-audit";
import { isRaterNameTaken } from "@/db/queries/people/is-rater-name-taken";
import { ok, refused, type Result } from "@/lib/result";
import { changePeople, type Changer } from "./change-people";

const Input = z.object({
  id: z.uuid("This is no id of a rater"),
  name: z.string().trim().min(1, "Give the rater a name").max(100, "Name: at most 100 characters"),
});

/** Gives a rater without an account another name. Their labels stay theirs. */
export async function renameRater(
  member: Changer,
  input: unknown,
): Promise<Result<{ name: string }>> {
  const parsed = Input.safeParse(input);
  if (!parsed.success) return refused("invalid", parsed.error.issues[0]?.message ?? "Bad name");
  const { id, name } = parsed.data;
  const { workspaceId, actor } = member;
  return changePeople(member, { role: "admin", what: "Renaming a rater" }, async (tx) => {
    if (await isRaterNameTaken(tx, workspaceId, { id, name })) {
      return refused("conflict", `Another external rater is called ${name}.`);
    }
    const before = await renameExternalRater(tx, workspaceId, { id, name });
    if (before === null) return refused("not_found", "There is no such external rater.");
    if (before === name) return ok({ name });
    const action = "rater.rename";
    const detail = { from: before, to: name };
    await writeAudit(tx, workspaceId, { actor, action, subject: id, detail });
    return ok({ name });
  });
}
