import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idArray } from "@/db/queries/labelling/slot-conditions";
import { MOST_ALIKE } from "@/lib/calls/alike";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { LabelRow } from "@/lib/labelling/label-row";
import { writeLabels } from "./write-label";

export type HandLabel = Pick<
  LabelRow,
  "id" | "verdict" | "reasons" | "note" | "rubric" | "alike"
> & {
  supersedes: RowId | null;
  callId: RowId;
  fingerprint: RowId | null;
  codebookId: RowId;
  raterId: RowId;
};

/**
 * Gives a hand label to the calls that were asked the same, or takes it back from them: whatever the
 * label before it had given follows it. These rows never count as hand labels and fill no slot.
 * Calls that the rater labelled by hand keep that.
 */
export async function propagateLabel(
  tx: Transaction,
  workspaceId: WorkspaceId,
  label: HandLabel,
): Promise<void> {
  const before = await currentCopies(tx, workspaceId, label);
  const targets = label.alike ? await callsAlike(tx, workspaceId, label) : [];
  const { raterId, codebookId, verdict, reasons, note, rubric } = label;
  const common = { slot: 0, raterId, codebookId, origin: "propagated" as const };
  const given = targets.map(({ callId, copyId }) => ({
    ...common,
    id: randomUUID(),
    callId,
    verdict,
    reasons: [...reasons],
    note,
    rubric,
    propagatedFrom: label.id,
    supersedes: copyId,
  }));
  const kept = new Set(given.map((row) => row.supersedes));
  const taken = before.filter(({ id }) => !kept.has(id));
  const back = taken.map(({ id, callId }) => ({
    ...common,
    id: randomUUID(),
    callId,
    verdict: null,
    retracted: true,
    propagatedFrom: label.id,
    supersedes: id,
  }));
  await writeLabels(tx, workspaceId, [...given, ...back]);
}

const isCurrent = sql`NOT copy.retracted AND NOT EXISTS (SELECT 1 FROM labels later
  WHERE later.workspace_id = copy.workspace_id AND later.supersedes = copy.id)`;

/** What the label before this one had given to calls alike and still stands. */
async function currentCopies(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { supersedes }: HandLabel,
): Promise<{ id: RowId; callId: RowId }[]> {
  if (supersedes === null) return [];
  const rows = await tx.execute<{ id: RowId; callId: RowId }>(sql`
    SELECT copy.id, copy.call_id AS "callId" FROM labels copy
    WHERE copy.workspace_id = ${workspaceId} AND copy.propagated_from = ${supersedes}
      AND ${isCurrent}`);
  return [...rows];
}

/** The other calls that were asked the same, with the rater's propagated label that each has now. */
async function callsAlike(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { callId, fingerprint, raterId }: HandLabel,
): Promise<{ callId: RowId; copyId: RowId | null }[]> {
  if (fingerprint === null) return [];
  const rows = await tx.execute<{ callId: RowId; copyId: RowId | null; byHand: boolean }>(sql`
    SELECT call.id AS "callId", copy.id AS "copyId",
      COALESCE(copy.origin = 'hand', false) AS "byHand"
    FROM (
      SELECT id FROM calls WHERE workspace_id = ${workspaceId} AND fingerprint = ${fingerprint}
        AND merged_into IS NULL AND id <> ${callId} ORDER BY id LIMIT ${MOST_ALIKE}
    ) call
    LEFT JOIN LATERAL (
      SELECT copy.id, copy.origin FROM labels copy
      WHERE copy.workspace_id = ${workspaceId} AND copy.call_id = call.id
        AND copy.rater_id = ${raterId} AND copy.origin IN ('hand', 'propagated') AND ${isCurrent}
      ORDER BY copy.origin = 'hand' DESC LIMIT 1
    ) copy ON true`);
  return rows.filter((row) => !row.byHand);
}

/** Those of these labels that calls alike were given too. */
export async function listPropagated(
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<Set<RowId>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.execute<{ id: RowId }>(sql`
    SELECT DISTINCT propagated_from AS id FROM labels
    WHERE workspace_id = ${workspaceId} AND propagated_from = ANY(${idArray(ids)})`);
  return new Set(rows.map((row) => row.id));
}
