import { countQueue } from "@/db/queries/labelling/count-queue";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { findRaterId } from "@/db/queries/labelling/find-rater-id";
import { listOwnLabels } from "@/db/queries/labelling/list-own-labels";
import type { OwnLabels } from "@/lib/labelling/own-labels";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";
import { parseDrawNumber } from "./parse-draw-number";

/** So many of one's newest labels are listed. */
const LISTED = 500;

/** What a person said in a draw, to look at and to correct. Nobody else's labels are in it. */
export async function loadOwnLabels(slug: string, drawParam: unknown): Promise<OwnLabels> {
  const { workspaceId, user } = await requireMember(slug);
  const database = getDatabase();
  const number = parseDrawNumber(drawParam);
  const draw = number.ok ? await findDraw(database, workspaceId, number.value) : null;
  if (!draw) return { draw: null, labels: [], count: 0 };
  const own = { drawId: draw.id, userId: user.id };
  const raterId = await findRaterId(database, workspaceId, user.id);
  const [labels, counts] = await Promise.all([
    listOwnLabels(database, workspaceId, { ...own, limit: LISTED }),
    countQueue(database, workspaceId, { ...own, raterId, now: new Date() }),
  ]);
  return { draw: draw.number, labels, count: counts.labelled };
}
