import { z } from "zod";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { type QueueAnswer, QueueRequest } from "@/lib/labelling/label-item";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { takeItems } from "./take-items";

/** Answers what a label screen asks of its queue. The caller proved the role. */
export async function answerQueue(
  member: Membership,
  input: unknown,
): Promise<Result<QueueAnswer>> {
  const asked = QueueRequest.safeParse(input);
  if (!asked.success) return refused("invalid", z.prettifyError(asked.error));
  const { draw: number, ...rest } = asked.data;
  const draw = await findDraw(getDatabase(), member.workspaceId, number);
  if (!draw) return refused("not_found", "There is no such draw.");
  return ok(await takeItems(member, { ...rest, drawId: draw.id }));
}
