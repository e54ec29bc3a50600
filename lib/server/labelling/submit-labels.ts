import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { lockMemberRater, writeLabels } from "@/db/commands/write-label";
import { listItems, listRowsInTheWay } from "@/db/queries/labelling/list-items-with-labels";
import { judgeRows } from "@/lib/labelling/judge-rows";
import { LABELS_A_BATCH, type LabelResult, LabelRow } from "@/lib/labelling/label-row";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

const Batch = z.array(z.unknown()).min(1).max(LABELS_A_BATCH);

/**
 * Takes a batch of a member's own labels. Rows are judged one by one: what is good is saved, the
 * same row again is known and changes nothing, a refused row says why and leaves the others be.
 * The answer speaks of nobody else's labels.
 */
export async function submitLabels(
  member: Pick<Membership, "workspaceId" | "role" | "actor" | "user">,
  input: unknown,
): Promise<Result<LabelResult[]>> {
  const { workspaceId, role, actor, user } = member;
  if (!mayAct(role, "reviewer")) {
    return refused("forbidden", `Labelling needs the role reviewer; yours is ${role}.`);
  }
  const batch = Batch.safeParse(input);
  if (!batch.success) {
    return refused("invalid", `Send a JSON array of 1 to ${LABELS_A_BATCH} labels.`);
  }
  const { rows, misshapen } = parseRows(batch.data);
  return getDatabase().transaction(async (tx) => {
    const raterId = await lockMemberRater(tx, workspaceId, user);
    const ids = rows.map((row) => row.id);
    const itemIds = rows.map((row) => row.itemId);
    const items = new Map((await listItems(tx, workspaceId, itemIds)).map((row) => [row.id, row]));
    const stored = await listRowsInTheWay(tx, workspaceId, raterId, { itemIds, ids });
    const { results, accepted } = judgeRows(rows, new Set(items.keys()), stored, raterId);
    const written = accepted.flatMap(({ itemId, ...row }) => {
      const item = items.get(itemId);
      if (!item) return [];
      const { callId, codebookId } = item;
      return [{ ...row, itemId, callId, codebookId, raterId, origin: "hand" as const }];
    });
    await writeLabels(tx, workspaceId, written);
    if (written.length > 0) {
      const drawIds = [...new Set([...items.values()].map((item) => item.drawId))];
      const detail = { count: written.length, draws: drawIds };
      await writeAudit(tx, workspaceId, {
        actor,
        action: "label.submit",
        subject: raterId,
        detail,
      });
    }
    return ok([...misshapen, ...results]);
  });
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
