import type { Executor } from "@/db/client";
import type { getDraw } from "@/db/queries/labelling/get-draw";
import { listItemsOfDraw, listStrataOfDraw } from "@/db/queries/labelling/list-draw-parts";
import type { WorkspaceId } from "@/lib/ids";
import { DRAW_METHOD, DrawRecord } from "@/lib/labelling/draw-record";
import { stepsOf } from "./steps-of-draw";
import { parseStoredScope } from "@/lib/scope/scope";

export type StoredDraw = NonNullable<Awaited<ReturnType<typeof getDraw>>>;

/** The record of a draw, from what is stored of it. */
export async function readDrawRecord(
  executor: Executor,
  workspaceId: WorkspaceId,
  draw: StoredDraw,
): Promise<DrawRecord> {
  const strata = await listStrataOfDraw(executor, workspaceId, draw.id);
  const items = await listItemsOfDraw(executor, workspaceId, draw.id);
  return DrawRecord.parse({
    format: "assay draw 1",
    draw: draw.number,
    made_at: new Date(draw.createdAt).toISOString(),
    made_by: draw.createdBy,
    codebook_version: draw.codebookVersion,
    method: DRAW_METHOD,
    scope: parseStoredScope(draw.scope),
    seed: draw.seed,
    allocation: draw.allocation,
    per_cluster: draw.perCluster,
    wanted: draw.wanted,
    max_per_trace: draw.maxPerTrace,
    collapse_near_duplicates: draw.collapseAlike,
    slots_per_item: draw.slotsPerItem,
    second_share: draw.secondShare,
    assigned_to: draw.assignedTo,
    frame_calls: draw.frameCalls,
    frame_sha256: draw.frameHash,
    steps: stepsOf(draw, strata),
    strata: strata.map((row) => ({
      cluster_id: row.clusterId,
      part: row.part,
      frame_calls: row.frameCalls,
      kept_units: row.keptUnits,
      frame_tokens: row.frameTokens,
      frame_spend_usd: row.frameSpendUsd,
      spread: row.spread,
      drawn: row.drawn,
    })),
    items: items.map((row) => ({
      position: row.position,
      call_id: row.callId,
      cluster_id: row.clusterId,
      part: row.part,
      inclusion_probability: row.inclusionProbability,
      multiplicity: row.multiplicity,
      slots: row.slots,
    })),
  });
}
