import { createHash, randomUUID } from "node:crypto";
import { writeAudit } from "@/db/commands/write-audit";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { writeDraw } from "@/db/commands/write-draw";
import { listFrame } from "@/db/queries/labelling/list-frame";
import type { RowId } from "@/lib/ids";
import { drawCalls, randomNumber, type DrawnCall, type FrameCall } from "@/lib/labelling/draw";
import { DrawInput } from "@/lib/labelling/draw-input";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { makeKeyedDigest } from "@/lib/server/digest";
import { mayAct, type Membership } from "@/lib/server/gate";

export type MadeDraw = { id: RowId; number: number; items: number; frameCalls: number };

/**
 * Draws calls to label: closes the frame, takes a stratified random sample of it and stores both.
 * The numbers come from the seed and the call ids alone and not from this installation's secret,
 * so that whoever holds the same call ids can draw the same items again.
 */
export async function createDraw(
  member: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<MadeDraw>> {
  const { workspaceId, role, actor } = member;
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Drawing calls needs the role admin; yours is ${role}.`);
  }
  const parsed = DrawInput.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  const { perCluster, maxPerTrace, seed, clusterIds } = parsed.data;
  return getDatabase().transaction(async (tx) => {
    await lockDeletion(tx, workspaceId, "shared");
    const frame = await listFrame(tx, workspaceId, clusterIds);
    if (frame.length === 0) return refused("conflict", NOTHING_TO_DRAW);
    const { items, strata } = drawCalls(frame, { seed, perCluster, maxPerTrace }, digest);
    const id = randomUUID();
    const number = await writeDraw(tx, workspaceId, {
      draw: {
        id,
        seed,
        perCluster,
        maxPerTrace,
        scope: { clusters: clusterIds },
        frameHash: frameHashOf(frame),
        frameCalls: frame.length,
        createdBy: actor,
      },
      strata,
      frame: frame.map((call) => frameRow(call, seed)),
      items: items.map(itemRow),
    });
    const made = { id, number, items: items.length, frameCalls: frame.length };
    const detail = { number, seed, items: made.items, frameCalls: made.frameCalls };
    await writeAudit(tx, workspaceId, { actor, action: "draw.create", subject: id, detail });
    return ok(made);
  });
}

const NOTHING_TO_DRAW =
  "There is no call to draw: none has been imported into these clusters that has a text to judge. Import traces first, or choose other clusters.";

const digest = makeKeyedDigest("assay draw");

/** SHA-256 of the sorted ids, one a line: equal for equal frames. */
const frameHashOf = (frame: readonly FrameCall[]): string =>
  createHash("sha256")
    .update(
      frame
        .map((call) => call.callId)
        .toSorted()
        .join("\n"),
    )
    .digest("hex");

const frameRow = ({ callId, clusterId, spendUsd, tokens }: FrameCall, seed: string) => ({
  callId,
  clusterId,
  spendUsd,
  tokens,
  randomNumber: randomNumber(digest, seed, "select", callId),
});

function itemRow(item: DrawnCall) {
  const { callId, clusterId, position, inclusionProbability, spendUsd, tokens } = item;
  return { id: randomUUID(), callId, clusterId, position, inclusionProbability, spendUsd, tokens };
}
