import { z } from "zod";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { type QueueAnswer, QueueRequest } from "@/lib/labelling/label-item";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { takeItems } from "./take-items";

/**
 * Answers what a label screen asks of its queue. The caller proved the role.
 *
 * @param gone a page that is left while it asks would hold what nobody looks at until the lease ends
 */
export async function answerQueue(
  member: Membership,
  input: unknown,
  gone?: AbortSignal,
): Promise<Result<QueueAnswer>> {
  const asked = QueueRequest.safeParse(input);
  if (!asked.success) return refused("invalid", z.prettifyError(asked.error));
  const { draw: number, ...rest } = asked.data;
  const draw = await findDraw(getDatabase(), member.workspaceId, number);
  if (!draw) return refused("not_found", "There is no such draw.");
  try {
    return ok(await takeItems(member, { ...rest, drawId: draw.id }, new Date(), gone));
  } catch (error) {
    if (!gone?.aborted) throw error;
    return refused("conflict", "The page that asked has gone, so nothing is held for it.");
  }
}
