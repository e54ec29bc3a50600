import { randomUUID } from "node:crypto";
import { countLabelled } from "@/db/queries/labelling/count-labelled";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { hasDrawableCall } from "@/db/queries/labelling/has-drawable-call";
import { PACE_DECISIONS } from "@/lib/labelling/pace";
import { FETCHED_ITEMS } from "@/lib/labelling/session-queue";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";

import { listHistory, listQueue } from "./list-queue";
import { parseDrawNumber } from "./parse-draw-number";

/** So many earlier labels can be stepped back to and undone after a reload. */
const HISTORY = 12;

/** What the label screen begins with: the draw, its codebook, the next items, one's own last ones. */
export async function loadLabelPage(slug: string, drawParam: unknown) {
  const member = await requireMember(slug);
  const { workspaceId, user, role } = member;
  const mayDraw = mayAct(role, "admin");
  const number = parseDrawNumber(drawParam);
  const draw = number.ok ? await findDraw(getDatabase(), workspaceId, number.value) : null;
  if (!draw && drawParam !== undefined) {
    return { state: "no such draw" as const, mayDraw };
  }
  if (!draw) {
    const hasCalls = await hasDrawableCall(getDatabase(), workspaceId);
    return { state: hasCalls ? ("no draw" as const) : ("no calls" as const), mayDraw };
  }
  if (!mayAct(role, "reviewer")) return { state: "may not label" as const, mayDraw };
  const own = { drawId: draw.id, userId: user.id };
  const [counts, queue, past] = await Promise.all([
    countLabelled(getDatabase(), workspaceId, own),
    listQueue(member, { drawId: draw.id, after: 0, limit: FETCHED_ITEMS }),
    listHistory(member, { drawId: draw.id, items: HISTORY, decisions: PACE_DECISIONS }),
  ]);
  return {
    state: "labelling" as const,
    /** Names this answer, so that the screen knows one that it has used up. */
    token: randomUUID(),
    draw: { number: draw.number, codebook: draw.codebook },
    drawId: draw.id,
    ...counts,
    ...queue,
    ...past,
    storageKey: `${workspaceId}.${user.id}`,
    mayDraw,
  };
}
