import { randomUUID } from "node:crypto";
import { z } from "zod";
import { countQueue } from "@/db/queries/labelling/count-queue";
import { findDraw } from "@/db/queries/labelling/find-draw";
import { findRaterId } from "@/db/queries/labelling/find-rater-id";
import { hasDrawableCall } from "@/db/queries/labelling/has-drawable-call";
import { QUEUE_ORDERS } from "@/lib/labelling/lease";
import { PACE_DECISIONS } from "@/lib/labelling/pace";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";
import { listHistory } from "./list-history";
import { parseDrawNumber } from "./parse-draw-number";

/** So many earlier labels can be stepped back to and undone after a reload. */
const HISTORY = 12;

const View = z.object({
  /** In which order items come. */
  order: z.enum(QUEUE_ORDERS).catch("random"),
  /** One's own labelled item to look at first. */
  item: z.guid().nullable().catch(null),
});

/** What the label screen begins with: the draw, its codebook, one's own last labels; items it asks for. */
export async function loadLabelPage(slug: string, params: Readonly<Record<string, unknown>>) {
  const member = await requireMember(slug);
  const { workspaceId, user, role } = member;
  const mayDraw = mayAct(role, "admin");
  const number = parseDrawNumber(params["draw"]);
  const draw = number.ok ? await findDraw(getDatabase(), workspaceId, number.value) : null;
  if (!draw && params["draw"] !== undefined) {
    return { state: "no such draw" as const, mayDraw };
  }
  if (!draw) {
    const hasCalls = await hasDrawableCall(getDatabase(), workspaceId);
    return { state: hasCalls ? ("no draw" as const) : ("no calls" as const), mayDraw };
  }
  if (!mayAct(role, "reviewer")) return { state: "may not label" as const, mayDraw };
  const { order, item } = View.parse(params);
  const drawId = draw.id;
  const raterId = await findRaterId(getDatabase(), workspaceId, user.id);
  const own = { drawId, userId: user.id, raterId, now: new Date() };
  const [counts, past] = await Promise.all([
    countQueue(getDatabase(), workspaceId, own),
    listHistory(member, { drawId, items: HISTORY, decisions: PACE_DECISIONS, also: item }),
  ]);
  return {
    state: "labelling" as const,
    /** Names this answer, so that the screen knows one that it has used up. */
    token: randomUUID(),
    draw: { number: draw.number, codebook: draw.codebook },
    drawId,
    counts,
    order,
    first: item,
    ...past,
    storageKey: `${workspaceId}.${user.id}`,
    mayDraw,
  };
}
