import { z } from "zod";
import { findDraw } from "@/db/queries/labelling/find-draw";
import type { QueueAnswer } from "@/lib/labelling/label-item";
import { FETCHED_ITEMS } from "@/lib/labelling/session-queue";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { listQueue } from "./list-queue";
import { parseDrawNumber } from "./parse-draw-number";

const Page = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(FETCHED_ITEMS),
});

/** Answers `?draw=&after=&limit=`: the next items behind a position. The caller proved the role. */
export async function answerQueue(
  member: Membership,
  params: Readonly<Record<string, string>>,
): Promise<Result<QueueAnswer>> {
  const number = parseDrawNumber(params["draw"]);
  if (!number.ok) return number;
  const page = Page.safeParse(params);
  if (!page.success) return refused("invalid", z.prettifyError(page.error));
  const draw = await findDraw(getDatabase(), member.workspaceId, number.value);
  if (!draw) return refused("not_found", "There is no such draw.");
  return ok(await listQueue(member, { drawId: draw.id, ...page.data }));
}
