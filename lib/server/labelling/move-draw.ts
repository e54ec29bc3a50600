import { moveDrawToNewest } from "@/db/commands/move-draw";
import { writeAudit } from "@/db/commands/write-audit";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { parseDrawNumber } from "./parse-draw-number";

/**
 * Lets a running draw ask by the newest codebook, where every change since its own was of wording only:
 * the labels that it has mean the same. After a change of meaning a new draw asks anew.
 */
export async function moveDraw(
  { workspaceId, role, actor }: Pick<Membership, "workspaceId" | "role" | "actor">,
  number: unknown,
): Promise<Result<{ version: number }>> {
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing a draw needs the role admin; yours is ${role}.`);
  }
  const parsed = parseDrawNumber(number);
  if (!parsed.ok) return parsed;
  if (parsed.value === null) return refused("not_found", "There is no such draw.");
  const wanted = parsed.value;
  return getDatabase().transaction(async (tx) => {
    const moved = await moveDrawToNewest(tx, workspaceId, wanted);
    if (moved === null) {
      return refused(
        "conflict",
        "This draw asks by the newest codebook already, or by one whose meaning was changed since. Make a new draw to ask by the new meaning.",
      );
    }
    const { id: subject, version } = moved;
    const detail = { number: wanted, version };
    await writeAudit(tx, workspaceId, { actor, action: "draw.move", subject, detail });
    return ok({ version });
  });
}
