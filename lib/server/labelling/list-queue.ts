import { listItemCalls, type ItemCall } from "@/db/queries/labelling/list-item-calls";
import { listLastLabels } from "@/db/queries/labelling/list-last-labels";
import { listOwnWords } from "@/db/queries/labelling/list-own-words";
import { listOpenItems } from "@/db/queries/labelling/list-open-items";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import type { RowId } from "@/lib/ids";
import type { LabelItem, QueueAnswer } from "@/lib/labelling/label-item";
import { extendLine, rowsUpTo } from "@/lib/labelling/label-line";
import type { OwnLabel } from "@/lib/labelling/label-row";
import { priceCall } from "@/lib/pricing/price-call";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import { loadConversation } from "@/lib/server/calls/load-conversation";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";

type Rater = Pick<Membership, "workspaceId" | "user">;

/** The next items that a person has not labelled, with all that the screen shows of them. */
export async function listQueue(
  { workspaceId, user }: Rater,
  from: { drawId: RowId; after: number; limit: number },
): Promise<QueueAnswer> {
  const ids = await listOpenItems(getDatabase(), workspaceId, {
    ...from,
    userId: user.id,
    limit: from.limit + 1,
  });
  const items = await listLabelItems({ workspaceId, user }, ids.slice(0, from.limit));
  return {
    queue: items.map((item) => ({ item, own: null })),
    atEnd: ids.length <= from.limit,
  };
}

type LabelledItem = QueueAnswer["queue"][number] & { past: readonly OwnLabel[] };

/** What a person labelled last, oldest first, with all their own labels; and how long they took. */
export async function listHistory(
  { workspaceId, user }: Rater,
  from: { drawId: RowId; items: number; decisions: number },
): Promise<{ history: LabelledItem[]; pace: number[] }> {
  const labels = await listLastLabels(getDatabase(), workspaceId, {
    drawId: from.drawId,
    userId: user.id,
    limit: Math.max(from.items, from.decisions),
  });
  const shown = labels.slice(-from.items);
  const itemIds = shown.map((label) => label.itemId);
  const [items, words] = await Promise.all([
    listLabelItems({ workspaceId, user }, itemIds),
    listOwnWords(getDatabase(), workspaceId, { userId: user.id, itemIds }),
  ]);
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const history = shown.flatMap(({ itemId, id, verdict, reasons, note }) => {
    const item = byId.get(itemId);
    const past = extendLine([], rowsUpTo(words, id)).slice(0, -1);
    return item ? [{ item, own: { id, verdict, reasons, note }, past }] : [];
  });
  const pace = labels
    .map((label) => label.decisionMs)
    .filter((ms) => ms !== null)
    .slice(-from.decisions);
  return { history, pace };
}

/** Items by their ids, in the order of the draw. */
async function listLabelItems({ workspaceId }: Rater, ids: readonly RowId[]): Promise<LabelItem[]> {
  const [rows, overrides] = await Promise.all([
    listItemCalls(getDatabase(), workspaceId, ids),
    listLivePrices(getDatabase(), workspaceId),
  ]);
  const items = await Promise.all(
    rows.map(async (row) => {
      const before = row.beforeNodeId && {
        requestNodeId: null,
        responseNodeId: row.beforeNodeId,
        settingsId: null,
      };
      const conversation = await loadConversation(workspaceId, row, before || null);
      return { ...shownOf(row, overrides), conversation };
    }),
  );
  return items.toSorted((a, b) => a.position - b.position);
}

function shownOf(row: ItemCall, overrides: PriceOverrides): Omit<LabelItem, "conversation"> {
  const { itemId, position, callId, cluster, agent, model, error, traceId } = row;
  const { inputTokens, outputTokens, latencyMs, stepNumber, stepCount } = row;
  const startedAt = row.startedAt && new Date(row.startedAt).toISOString();
  const costUsd = row.statedCostUsd ?? priceCall({ ...row, startedAt }, overrides).costUsd;
  const step =
    stepNumber === null || stepCount === null ? null : { number: stepNumber, of: stepCount };
  const named = { itemId, position, callId, cluster, agent, model, error, traceId };
  return { ...named, inputTokens, outputTokens, latencyMs, costUsd, step };
}
