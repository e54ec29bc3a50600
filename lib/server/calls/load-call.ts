import { z } from "zod";
import { countAlike } from "@/db/queries/calls/count-alike";
import { getCall } from "@/db/queries/calls/get-call";
import { getTracePlace } from "@/db/queries/calls/get-trace-place";
import { getImport } from "@/db/queries/imports/list-imports";
import type { CallDetail } from "@/lib/calls/call-detail";
import { PRICE_BOOK } from "@/lib/pricing/price-row";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";
import { readCallLabels } from "@/lib/server/labelling/read-call-labels";
import { listCallMedia } from "@/lib/server/media/list-call-media";
import { knowCalls } from "./list-known-calls";
import { loadConversation } from "./load-conversation";
import { toCallRow } from "./to-call-row";

/** Whether there is a call with this id. */
export async function isCall(slug: string, id: string): Promise<boolean> {
  const { workspaceId } = await requireMember(slug);
  if (!z.guid().safeParse(id).success) return false;
  return (await getCall(getDatabase(), workspaceId, id)) !== null;
}

/** A call with its conversation, or null when there is none with this id. A merged call leads to what it became. */
export async function loadCall(slug: string, id: string): Promise<CallDetail | null> {
  const member = await requireMember(slug);
  const { workspaceId } = member;
  if (!z.guid().safeParse(id).success) return null;
  const database = getDatabase();
  const found = await getCall(database, workspaceId, id);
  const call = found?.mergedInto ? await getCall(database, workspaceId, found.mergedInto) : found;
  if (!call) return null;
  const place = call.traceId
    ? await getTracePlace(database, workspaceId, call.traceId, call.id)
    : null;
  const before = place?.previousId ? await getCall(database, workspaceId, place.previousId) : null;
  const fingerprints = call.fingerprint === null ? [] : [call.fingerprint];
  const [[known], conversation, importRow, alike, labels, media] = await Promise.all([
    knowCalls(workspaceId, [call]),
    loadConversation(workspaceId, call, before),
    getImport(database, workspaceId, call.importId),
    countAlike(database, workspaceId, fingerprints),
    readCallLabels(member, call.id),
    listCallMedia(workspaceId, call),
  ]);
  if (!known) throw new Error(`call ${id} has no kind`);
  const { price } = known;
  return {
    row: toCallRow(known),
    traceId: call.traceId,
    import: { id: call.importId, name: importRow?.name ?? null },
    alike: call.fingerprint === null ? null : (alike.get(call.fingerprint) ?? null),
    clusterId: known.kind.clusterId,
    routeKeySource: known.kind.routeKeySource,
    place,
    cost: {
      statedUsd: call.statedCostUsd,
      listUsd: price.costUsd,
      own: price.reason === null && price.own,
      reason: price.reason,
      mayOverstate: price.listPriceMayOverstate,
      priceDate: PRICE_BOOK.date,
    },
    conversation,
    labels,
    media,
  };
}
