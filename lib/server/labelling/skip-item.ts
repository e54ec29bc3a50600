import type { Transaction } from "@/db/client";
import { writeAudit } from "@/db/commands/write-audit";
import { lockMemberRater } from "@/db/commands/write-label";
import { dropSkips, writeSkip } from "@/db/commands/write-skip";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { listItems } from "@/db/queries/labelling/list-items-with-labels";
import { listLabelledOf } from "@/db/queries/labelling/list-labelled-of";
import type { RowId } from "@/lib/ids";
import { SkipInput } from "@/lib/labelling/skip-input";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { retryConflicts } from "@/lib/server/retry-conflicts";

type Member = Pick<Membership, "workspaceId" | "role" | "actor" | "user">;

/**
 * Passes an item over: it goes to others, and comes back to this person only when they ask for what
 * they passed over. Saying it again changes the reason alone.
 *
 * @returns how many items of the draw are passed over or, on asking, were given back
 */
export async function skipItem(member: Member, input: unknown): Promise<Result<{ items: number }>> {
  if (!mayAct(member.role, "reviewer")) {
    return refused("forbidden", `Labelling needs the role reviewer; yours is ${member.role}.`);
  }
  const parsed = SkipInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues[0]?.message ?? "This is no skip.");
  }
  const given = parsed.data;
  return retryConflicts(() =>
    getDatabase().transaction(async (tx) => {
      const raterId = await lockMemberRater(tx, member.workspaceId, member.user);
      return "again" in given
        ? askAgain(tx, member, raterId, given.draw)
        : passOver(tx, member, raterId, given);
    }),
  );
}

async function passOver(
  tx: Transaction,
  { workspaceId, actor }: Member,
  raterId: RowId,
  { itemId, reason }: { itemId: RowId; reason: string },
): Promise<Result<{ items: number }>> {
  const [item] = await listItems(tx, workspaceId, [itemId]);
  if (!item) return refused("not_found", "This item is no longer in the workspace.");
  const labelled = await listLabelledOf(tx, workspaceId, { raterId, itemIds: [itemId] });
  if (labelled.has(itemId)) {
    return refused("conflict", "You have labelled this item: undo the label, then skip it.");
  }
  await writeSkip(tx, workspaceId, { raterId, itemId, reason });
  const detail = { draw: item.drawId, reason };
  await writeAudit(tx, workspaceId, { actor, action: "item.skip", subject: itemId, detail });
  return ok({ items: 1 });
}

async function askAgain(
  tx: Transaction,
  { workspaceId, actor }: Member,
  raterId: RowId,
  number: number,
): Promise<Result<{ items: number }>> {
  const draw = await findDraw(tx, workspaceId, number);
  if (!draw) return refused("not_found", "There is no such draw.");
  const items = await dropSkips(tx, workspaceId, { raterId, drawId: draw.id });
  if (items > 0) {
    const detail = { draw: draw.id, items };
    await writeAudit(tx, workspaceId, { actor, action: "item.unskip", subject: raterId, detail });
  }
  return ok({ items });
}
