import { claimSlots, renewSlots } from "@/db/commands/claim-slots";
import { lockMemberRater } from "@/db/commands/write-label";
import type { Transaction } from "@/db/client";
import { countQueue } from "@/db/queries/labelling/count-queue";
import { listHeldItems } from "@/db/queries/labelling/list-held-items";
import { listLabelledOf } from "@/db/queries/labelling/list-labelled-of";
import type { RowId } from "@/lib/ids";
import type { QueueAnswer, QueueRequest } from "@/lib/labelling/label-item";
import { MOST_HELD } from "@/lib/labelling/lease";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { retryConflicts } from "@/lib/server/retry-conflicts";
import { listLabelItems } from "./list-label-items";

type Rater = Pick<Membership, "workspaceId" | "user">;
type Asked = Omit<QueueRequest, "draw"> & { drawId: RowId };

/**
 * The next items for a person, each held for them on a lease; what they hold is held on. A page names
 * the items that it has: leases that ran out meanwhile are taken again where nobody else did. A lease
 * is no deed: the audit log tells of labels and skips.
 *
 * @param gone once it is aborted nothing is taken
 * @throws the reason of `gone`, with nothing changed
 */
export async function takeItems(
  { workspaceId, user }: Rater,
  asked: Asked,
  now = new Date(),
  gone?: AbortSignal,
): Promise<QueueAnswer> {
  const taken = await retryConflicts(() =>
    getDatabase().transaction(async (tx) => {
      const answer = await take(tx, { workspaceId, user }, asked, now);
      gone?.throwIfAborted();
      return answer;
    }),
  );
  const { ids, ...answer } = taken;
  const items = new Map(
    (await listLabelItems(workspaceId, ids)).map((item) => [item.itemId, item]),
  );
  const queue = ids.flatMap((id) => {
    const item = items.get(id);
    return item ? [{ item, own: null }] : [];
  });
  return { ...answer, queue };
}

async function take(
  tx: Transaction,
  { workspaceId, user }: Rater,
  { drawId, order, known, want }: Asked,
  now: Date,
) {
  const raterId = await lockMemberRater(tx, workspaceId, user);
  const claim = { drawId, raterId, order, now };
  await renewSlots(tx, workspaceId, claim);
  const here = new Set(known);
  const before = await listHeldItems(tx, workspaceId, claim);
  const missing = known.filter((id) => !before.includes(id));
  const again = await claimSlots(tx, workspaceId, {
    ...claim,
    items: missing,
    limit: missing.length,
  });
  const waiting = before.filter((id) => !here.has(id)).length;
  const room = MOST_HELD - before.length - again.length;
  const limit = Math.min(want - waiting, room);
  await claimSlots(tx, workspaceId, { ...claim, items: null, limit });
  const held = await listHeldItems(tx, workspaceId, claim);
  const ids = held.filter((id) => !here.has(id)).slice(0, want);
  const gone = missing.filter((id) => !again.includes(id));
  const labelled = await listLabelledOf(tx, workspaceId, { raterId, itemIds: gone });
  const counts = await countQueue(tx, workspaceId, { drawId, userId: user.id, raterId, now });
  const shown = new Set([...known, ...ids]);
  return {
    ids,
    counts,
    lost: gone.filter((id) => !labelled.has(id)),
    atEnd: counts.open <= held.length && held.every((id) => shown.has(id)),
  };
}
