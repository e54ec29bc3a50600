import { randomUUID } from "node:crypto";
import type { DrawRows } from "@/db/commands/write-draw";
import type { RowId } from "@/lib/ids";
import { closeFrame, type FrameCall, sumStrata } from "@/lib/labelling/close-frame";
import { type DrawnUnit, rankUnits, takeUnits } from "@/lib/labelling/draw";
import { type DrawStep, drawnOf } from "@/lib/labelling/draw-step";
import { type AllocationPlan, planStrata } from "@/lib/labelling/plan-strata";
import { slotsOfItem } from "@/lib/labelling/slots-of-item";
import { stratumKey } from "@/lib/labelling/stratum";
import type { VerdictCounts } from "@/lib/labelling/verdict-counts";
import { makeKeyedDigest } from "@/lib/server/digest";
import { frameHashOf } from "./frame-hash";

/**
 * The digest of draws. Its key is no secret: the numbers come from the seed and the call ids alone, so
 * that whoever holds the same call ids can draw the same items again.
 */
export const drawDigest = makeKeyedDigest("assay draw");

/** What a draw keeps of how it was made. */
export type DrawPlan = AllocationPlan & {
  seed: string;
  maxPerTrace: number | null;
  collapseAlike: boolean;
  slotsPerItem: number;
  secondShare: number;
};

export type DrawnPart = DrawRows & {
  /** What the step took, to be completed with when and by whom. */
  step: Pick<DrawStep, "part" | "frameCalls" | "frameHash" | "strata">;
};

/**
 * Closes a part of a frame and draws from it.
 *
 * @param after the place in the queue after which its items come
 */
export function drawPart(
  calls: readonly FrameCall[],
  plan: DrawPlan,
  verdicts: ReadonlyMap<RowId, VerdictCounts>,
  { part, after }: { part: number; after: number },
): DrawnPart {
  const frame = closeFrame(calls, { ...plan, part }, drawDigest);
  const ranked = rankUnits(frame, plan, drawDigest);
  const totals = sumStrata(calls, part).map((stratum) => ({
    ...stratum,
    keptUnits: ranked.get(stratumKey(stratum))?.length ?? 0,
  }));
  const strata = planStrata(totals, plan, verdicts);
  const step = {
    part,
    frameCalls: calls.length,
    frameHash: frameHashOf(calls.map(({ callId }) => callId)),
    strata: strata.map(({ clusterId, drawn }) => ({ clusterId, part, drawn })),
  };
  const items = takeUnits(ranked, drawnOf([step])).map((unit) => itemRow(unit, plan, after));
  return { strata, frame: frame.map(({ traceId, ...place }) => place), items, step };
}

/** A drawn unit as its row, with an id of its own. */
export function itemRow(
  unit: DrawnUnit,
  plan: Pick<DrawPlan, "seed" | "slotsPerItem" | "secondShare">,
  after: number,
): DrawRows["items"][number] {
  const { traceId, randomNumber, keptWith, position, ...row } = unit;
  return {
    ...row,
    id: randomUUID(),
    position: position + after,
    slots: slotsOfItem(unit.callId, plan, drawDigest),
  };
}
