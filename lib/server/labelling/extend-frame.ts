import type { Transaction } from "@/db/client";
import { listItemsOfDraw } from "@/db/queries/labelling/list-draw-parts";
import { listFrame } from "@/db/queries/labelling/list-frame";
import { listFrozenFrame } from "@/db/queries/labelling/list-frozen-frame";
import type { WorkspaceId } from "@/lib/ids";
import type { VerdictCounts } from "@/lib/labelling/verdict-counts";
import { ok, refused, type Result } from "@/lib/result";
import type { Scoping } from "@/lib/scope/scope-summary";
import type { Addition } from "./addition";
import { drawPart } from "./draw-part";
import { frameHashOf } from "./frame-hash";
import type { StoredDraw } from "./read-draw-record";

/**
 * Draws from the calls of a draw's scope that its frame does not hold yet, as a further part with strata
 * of its own. What was drawn before stays as it is, with its probabilities.
 */
export async function extendFrame(
  tx: Transaction,
  workspaceId: WorkspaceId,
  draw: StoredDraw,
  plan: {
    perCluster: number;
    wanted: number | null;
    scoping: Scoping;
    verdicts: ReadonlyMap<string, VerdictCounts>;
  },
): Promise<Result<Addition>> {
  if (draw.allocation !== "equal" && plan.wanted === null) {
    return refused("invalid", "Say how many calls in all");
  }
  const calls = await listFrame(tx, workspaceId, plan.scoping, draw.id);
  if (calls.length === 0) return refused("conflict", NOTHING_NEW);
  const items = await listItemsOfDraw(tx, workspaceId, draw.id);
  const held = await listFrozenFrame(tx, workspaceId, draw.id);
  const { perCluster, wanted } = plan;
  const { step, ...rows } = drawPart(calls, { ...draw, perCluster, wanted }, plan.verdicts, {
    part: draw.parts + 1,
    after: items.at(-1)?.position ?? 0,
  });
  const ids = [...held, ...calls].map(({ callId }) => callId);
  return ok({ rows, step, frameCalls: ids.length, frameHash: frameHashOf(ids) });
}

const NOTHING_NEW =
  "No call has come since the frame was closed that lies in its scope, has a text to judge, and is of a trace that has come to rest.";
