import { z } from "zod";
import { releaseSlots } from "@/db/commands/claim-slots";
import { lockMemberRater } from "@/db/commands/write-label";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";

const Leaving = z.object({
  draw: z.number().int().min(1).max(2_147_483_647),
  /** Items whose labels are still on their way. */
  keep: z.array(z.guid()).max(1000).default([]),
});

/** Gives back what a person holds of a draw and has not labelled: they have left the screen. */
export async function releaseItems(
  { workspaceId, user }: Pick<Membership, "workspaceId" | "user">,
  input: unknown,
): Promise<Result<{ released: number }>> {
  const leaving = Leaving.safeParse(input);
  if (!leaving.success) return refused("invalid", z.prettifyError(leaving.error));
  const { draw: number, keep } = leaving.data;
  return getDatabase().transaction(async (tx) => {
    const draw = await findDraw(tx, workspaceId, number);
    if (!draw) return refused("not_found", "There is no such draw.");
    // what the page asked for a moment before it was left is taken first, and given back too: also
    // by somebody who takes for the first time
    const raterId = await lockMemberRater(tx, workspaceId, user);
    return ok({
      released: await releaseSlots(tx, workspaceId, { drawId: draw.id, raterId, keep }),
    });
  });
}
