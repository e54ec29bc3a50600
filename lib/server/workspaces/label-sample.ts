import { randomUUID } from "node:crypto";
import { fillSlots } from "@/db/commands/fill-slots";
import { writeAudit } from "@/db/commands/write-audit";
import { writeLabels } from "@/db/commands/write-label";
import { getDrawCodebook } from "@/db/queries/labelling/get-draw-codebook";
import { type DrawnAnswer, listDrawnAnswers } from "@/db/queries/labelling/list-drawn-answers";
import { raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { sampleLabel, type SampleRater, sampleRaters } from "@/lib/sample-workload/labels";
import { getDatabase } from "@/lib/server/database";

/** Which share of the labelled items each rater has labelled, in the order of the raters. */
const COVERAGE = [1, 0.4, 0.25];
/** Items at the end of the queue that nobody has labelled, so that a visitor finds work. */
const LEFT_OPEN = 24;

/** Gives the sample's draw the labels of its three sample raters, as if by hand. */
export async function labelSample(workspaceId: WorkspaceId, drawId: RowId): Promise<void> {
  await getDatabase().transaction(async (tx) => {
    const items = await listDrawnAnswers(tx, workspaceId, drawId);
    const codebookId = await getDrawCodebook(tx, workspaceId, drawId);
    const labelled = items.slice(0, Math.max(0, items.length - LEFT_OPEN));
    const raterCounts = new Map<RowId, number>();
    for (const [index, rater] of sampleRaters.entries()) {
      const raterId = randomUUID();
      await tx
        .insert(raters)
        .values({ workspaceId, id: raterId, kind: "external", name: rater.name });
      const share = COVERAGE[index] ?? 0;
      const own = labelled.filter((_, at) => Math.floor(at * share) < Math.floor((at + 1) * share));
      const rows = own.map((item) => {
        const slot = (raterCounts.get(item.itemId) ?? 0) + 1;
        raterCounts.set(item.itemId, slot);
        return labelRow(item, rater, { raterId, codebookId, slot });
      });
      await writeLabels(tx, workspaceId, rows);
    }
    const itemIds = labelled.map(({ itemId }) => itemId);
    await fillSlots(tx, workspaceId, itemIds);
    await writeAudit(tx, workspaceId, {
      actor: "system",
      action: "sample.label",
      subject: drawId,
      detail: { raters: sampleRaters.length, items: labelled.length },
    });
  });
}

function labelRow(
  item: DrawnAnswer,
  rater: SampleRater,
  as: { raterId: RowId; codebookId: RowId; slot: number },
) {
  const { stepType, act, text } = item;
  const label = sampleLabel({ key: item.spanId ?? item.callId, stepType, act, text }, rater);
  return {
    ...as,
    id: randomUUID(),
    callId: item.callId,
    itemId: item.itemId,
    origin: "hand" as const,
    verdict: label.verdict,
    reasons: [...label.reasons],
    note: label.note,
  };
}
