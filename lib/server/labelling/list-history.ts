import { listLastLabels } from "@/db/queries/labelling/list-last-labels";
import { listOwnWords } from "@/db/queries/labelling/list-own-words";
import type { RowId } from "@/lib/ids";
import type { LabelItem } from "@/lib/labelling/label-item";
import { extendLine, rowsUpTo } from "@/lib/labelling/label-line";
import type { OwnLabel } from "@/lib/labelling/label-row";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { listLabelItems } from "./list-label-items";

type Rater = Pick<Membership, "workspaceId" | "user">;

type LabelledItem = { item: LabelItem; own: OwnLabel; past: readonly OwnLabel[] };

/**
 * What a person labelled last, oldest first, with all their own labels; and how long they took.
 *
 * @param from.also one item more, if they labelled it
 */
export async function listHistory(
  { workspaceId, user }: Rater,
  from: { drawId: RowId; items: number; decisions: number; also: RowId | null },
): Promise<{ history: LabelledItem[]; pace: number[] }> {
  const labels = await listLastLabels(getDatabase(), workspaceId, {
    drawId: from.drawId,
    userId: user.id,
    limit: Math.max(from.items, from.decisions),
    also: from.also,
  });
  const shown = labels.filter(
    ({ itemId }, index) => itemId === from.also || index >= labels.length - from.items,
  );
  const itemIds = shown.map((label) => label.itemId);
  const [items, words] = await Promise.all([
    listLabelItems(workspaceId, itemIds),
    listOwnWords(getDatabase(), workspaceId, { userId: user.id, itemIds }),
  ]);
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const history = shown.flatMap(({ itemId, decisionMs: _, ...own }) => {
    const item = byId.get(itemId);
    const past = extendLine([], rowsUpTo(words, own.id)).slice(0, -1);
    return item ? [{ item, own, past }] : [];
  });
  const pace = labels
    .map((label) => label.decisionMs)
    .filter((ms) => ms !== null)
    .slice(-from.decisions);
  return { history, pace };
}
