import { countAlike } from "@/db/queries/calls/count-alike";
import { listNodes } from "@/db/queries/calls/list-nodes";
import { listItemCalls, type ItemCall } from "@/db/queries/labelling/list-item-calls";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { Message } from "@/lib/calls/call";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { changedBlocks } from "@/lib/labelling/changed-blocks";
import type { LabelItem } from "@/lib/labelling/label-item";
import { priceCall } from "@/lib/pricing/price-call";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import { loadConversation } from "@/lib/server/calls/load-conversation";
import { getDatabase } from "@/lib/server/database";

/** A message of the call before that is larger than this is not compared, in bytes. */
const MOST_COMPARED = 40_000;

/** Items by their ids with all that the label screen shows of them, in the order of the draw. */
export async function listLabelItems(
  workspaceId: WorkspaceId,
  ids: readonly RowId[],
): Promise<LabelItem[]> {
  const database = getDatabase();
  const [rows, overrides] = await Promise.all([
    listItemCalls(database, workspaceId, ids),
    listLivePrices(database, workspaceId),
  ]);
  const before = rows.flatMap((row) => row.beforeInputId ?? []);
  const fingerprints = rows.flatMap((row) => row.fingerprint ?? []);
  const [inputs, alike] = await Promise.all([
    listNodes(database, workspaceId, before, MOST_COMPARED),
    countAlike(database, workspaceId, fingerprints),
  ]);
  const items = await Promise.all(
    rows.map(async (row): Promise<LabelItem> => {
      const conversation = await loadConversation(workspaceId, row, leafBefore(row));
      const input = inputs.get(row.beforeInputId ?? "");
      const earlier = input === undefined ? null : Message.parse(JSON.parse(input));
      return {
        ...shownOf(row, overrides),
        conversation,
        changed: changedBlocks(conversation.lastInput, earlier),
        alike: Math.max(0, (alike.get(row.fingerprint ?? "") ?? 1) - 1),
      };
    }),
  );
  return items.toSorted((a, b) => a.position - b.position);
}

const leafBefore = ({ beforeNodeId }: ItemCall) =>
  beforeNodeId === null
    ? null
    : { requestNodeId: null, responseNodeId: beforeNodeId, settingsId: null };

function shownOf(
  row: ItemCall,
  overrides: PriceOverrides,
): Omit<LabelItem, "conversation" | "changed" | "alike"> {
  const { itemId, position, callId, cluster, agent, model, error, traceId } = row;
  const { inputTokens, outputTokens, latencyMs, stepNumber, stepCount } = row;
  const startedAt = row.startedAt && new Date(row.startedAt).toISOString();
  const costUsd = row.statedCostUsd ?? priceCall({ ...row, startedAt }, overrides).costUsd;
  const step =
    stepNumber === null || stepCount === null ? null : { number: stepNumber, of: stepCount };
  const named = { itemId, position, callId, cluster, agent, model, error, traceId };
  return { ...named, inputTokens, outputTokens, latencyMs, costUsd, step };
}
