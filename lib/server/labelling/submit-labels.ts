import { z } from "zod";
import type { Transaction } from "@/db/client";
import { emptyOwnSlots, fillOwnSlots } from "@/db/commands/fill-own-slots";
import { type HandLabel, listPropagated, propagateLabel } from "@/db/commands/propagate-label";
import { writeAudit } from "@/db/commands/write-audit";
import { lockMemberRater, writeLabels } from "@/db/commands/write-label";
import { listItems, listRowsInTheWay } from "@/db/queries/labelling/list-items-with-labels";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { judgeRows } from "@/lib/labelling/judge-rows";
import { LABELS_A_BATCH, type LabelResult, LabelRow } from "@/lib/labelling/label-row";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";
import { retryConflicts } from "@/lib/server/retry-conflicts";

const Batch = z.array(z.unknown()).min(1).max(LABELS_A_BATCH);

/** The slot of a label that fills none. */
const NO_SLOT = 0;

/**
 * Takes a batch of a member's own labels. Rows are judged one by one: what is good is saved, the
 * same row again is known and changes nothing, a refused row says why and leaves the others be. A
 * label whose slot others have filled meanwhile is kept as one too many (`extra`).
 * The answer speaks of nobody else's labels.
 */
export async function submitLabels(
  member: Pick<Membership, "workspaceId" | "role" | "actor" | "user">,
  input: unknown,
  now = new Date(),
): Promise<Result<LabelResult[]>> {
  const { role } = member;
  if (!mayAct(role, "reviewer")) {
    return refused("forbidden", `Labelling needs the role reviewer; yours is ${role}.`);
  }
  const batch = Batch.safeParse(input);
  if (!batch.success) {
    return refused("invalid", `Send a JSON array of 1 to ${LABELS_A_BATCH} labels.`);
  }
  const { rows, misshapen } = parseRows(batch.data);
  const results = await retryConflicts(() =>
    getDatabase().transaction((tx) => saveRows(tx, member, rows, now)),
  );
  return ok([...misshapen, ...results]);
}

async function saveRows(
  tx: Transaction,
  { workspaceId, actor, user }: Pick<Membership, "workspaceId" | "actor" | "user">,
  rows: readonly LabelRow[],
  now: Date,
): Promise<LabelResult[]> {
  const raterId = await lockMemberRater(tx, workspaceId, user);
  const ids = rows.map((row) => row.id);
  const itemIds = rows.map((row) => row.itemId);
  const items = new Map((await listItems(tx, workspaceId, itemIds)).map((row) => [row.id, row]));
  const stored = await listRowsInTheWay(tx, workspaceId, raterId, { itemIds, ids });
  const { results, accepted } = judgeRows(rows, new Set(items.keys()), stored, raterId);
  const slots = await settleSlots(tx, workspaceId, { raterId, rows: accepted, now });
  const written = accepted.flatMap((row) => {
    const item = items.get(row.itemId);
    if (!item) return [];
    const { callId, codebookId, fingerprint } = item;
    return [{ ...row, callId, codebookId, fingerprint, raterId }];
  });
  await writeLabels(
    tx,
    workspaceId,
    written.map(({ alike: _, fingerprint: __, ...row }) => ({
      ...row,
      origin: "hand" as const,
      slot: slots.get(row.itemId) ?? NO_SLOT,
      extra: !row.retracted && !slots.has(row.itemId),
    })),
  );
  await propagate(tx, workspaceId, written);
  if (written.length > 0) {
    const drawIds = [...new Set([...items.values()].map((item) => item.drawId))];
    const detail = { count: written.length, draws: drawIds };
    await writeAudit(tx, workspaceId, { actor, action: "label.submit", subject: raterId, detail });
  }
  return results;
}

/** Fills the slots of items that have a label after these rows, and empties those that have none. */
async function settleSlots(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { raterId, rows, now }: { raterId: RowId; rows: readonly LabelRow[]; now: Date },
): Promise<Map<RowId, number>> {
  const isLabelled = new Map(rows.map((row) => [row.itemId, !row.retracted]));
  const items = (labelled: boolean) =>
    [...isLabelled].flatMap(([itemId, is]) => (is === labelled ? [itemId] : []));
  await emptyOwnSlots(tx, workspaceId, { raterId, itemIds: items(false), now });
  return fillOwnSlots(tx, workspaceId, { raterId, itemIds: items(true), now });
}

/** One after the other: a correction in the same batch takes up what the label before it gave. */
async function propagate(
  tx: Transaction,
  workspaceId: WorkspaceId,
  labels: readonly HandLabel[],
): Promise<void> {
  const superseded = labels.flatMap((label) => label.supersedes ?? []);
  const moving = await listPropagated(tx, workspaceId, superseded);
  for (const label of labels) {
    if (label.alike) moving.add(label.id);
    if (!label.alike && !moving.has(label.supersedes ?? "")) continue;
    // oxlint-disable-next-line no-await-in-loop -- each builds on the one before
    await propagateLabel(tx, workspaceId, label);
  }
}

/** A row that is no label at all is refused by its id and does not hold up the others. */
function parseRows(batch: readonly unknown[]): { rows: LabelRow[]; misshapen: LabelResult[] } {
  const rows: LabelRow[] = [];
  const misshapen: LabelResult[] = [];
  for (const [index, given] of batch.entries()) {
    const parsed = LabelRow.safeParse(given);
    if (parsed.success) {
      rows.push(parsed.data);
    } else {
      const named = z.object({ id: z.string() }).safeParse(given);
      const id = named.success ? named.data.id : `row ${index + 1}`;
      const reason = parsed.error.issues[0]?.message ?? "This is no label.";
      misshapen.push({ id, status: "refused", reason, current: null });
    }
  }
  return { rows, misshapen };
}
