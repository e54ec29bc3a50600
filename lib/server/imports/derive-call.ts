import type { CountedCall } from "@/db/queries/calls/list-counted-calls";
import type { calls, clusters, kinds, nodes, requestSettings, traces } from "@/db/schema";
import { UNKNOWN_DAY } from "@/db/schema";
import type { CallRecord, Message } from "@/lib/calls/call";
import { canonicalMessage } from "@/lib/calls/canonical-message";
import { conversationNodes } from "@/lib/calls/conversation";
import { traceRowId } from "@/lib/calls/identity";
import { fingerprintOf } from "@/lib/curation/fingerprint";
import { actOf } from "@/lib/clustering/act";
import { clusterRowId, kindRowId } from "@/lib/clustering/kind";
import { routeKeyOf } from "@/lib/clustering/route-key";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";
import { costSourceOf } from "@/lib/pricing/price-call";
import { priceTier } from "@/lib/pricing/price-tier";
import { callRow, type Place } from "./call-row";
import { contentIdOf, type Settings, settingsJson } from "./content-id";

/** A call with every row that it brings along. */
export type DerivedCall = {
  record: CallRecord;
  row: typeof calls.$inferInsert;
  nodes: (typeof nodes.$inferInsert)[];
  settings: typeof requestSettings.$inferInsert | null;
  trace: typeof traces.$inferInsert | null;
  kind: typeof kinds.$inferInsert;
  cluster: typeof clusters.$inferInsert;
};

/** A conversation whose nodes are stored already, and a digest of all that the call says. */
export type KnownConversation = {
  requestId: RowId | null;
  responseId: RowId | null;
  contentId: RowId;
};

/** Messages in one form, so that an answer equals its quotation in the next call. */
export function canonicalRecord(record: CallRecord): CallRecord {
  return {
    ...record,
    messages: record.messages?.map(canonicalMessage) ?? null,
    response: record.response && canonicalMessage(record.response),
  };
}

/**
 * Everything that is stored of a call, from its folded record. Pure but for its arguments.
 *
 * @param known spares hashing messages that somebody has hashed; no nodes are returned then.
 * @param isStored says of nodes that need not be written; their rows are left out.
 * @returns its row says neither that it was redacted nor that it was asked before: its reader knows.
 */
export function deriveCall(
  workspaceId: WorkspaceId,
  id: RowId,
  record: CallRecord,
  place: Place,
  digest: KeyedDigest,
  known: KnownConversation | null = null,
  isStored: (nodeId: RowId) => boolean = () => false,
): DerivedCall {
  const traceId = traceRowId(record.traceId, digest);
  const scopeId = traceId ?? place.importId;
  const conversation = known
    ? { ...known, nodes: [] }
    : conversationNodes(record.messages, record.response, scopeId, digest);
  const settings = record.settings && { workspaceId, ...settingsRow(record.settings, digest) };
  const { kind, cluster } = kindRows(workspaceId, record, digest);
  return {
    record,
    nodes: conversation.nodes
      .filter(({ id: nodeId }) => !isStored(nodeId))
      .map(({ id: nodeId, parentId, depth, message }) => ({
        workspaceId,
        id: nodeId,
        parentId,
        scopeId,
        depth,
        body: bodyOf(message),
      })),
    settings,
    trace: traceId === null ? null : traceRow(workspaceId, traceId, record, place),
    kind,
    cluster,
    row: callRow(record, {
      workspaceId,
      id,
      place,
      traceId,
      kindId: kind.id,
      requestId: conversation.requestId,
      responseId: conversation.responseId,
      settingsId: settings?.id ?? null,
      contentId: known?.contentId ?? contentIdOf(record, digest),
      fingerprint: fingerprintOf(record, digest),
    }),
  };
}

const bodyOf = oncePerObject((message: Message): string => JSON.stringify(message));

const settingsRow = oncePerObject((settings: Settings, digest: KeyedDigest) => {
  const body = settingsJson(settings);
  return { id: digest("settings", body), body };
});

function kindRows(workspaceId: WorkspaceId, record: CallRecord, digest: KeyedDigest) {
  const { routeKey, source, name } = routeKeyOf(record, digest);
  const unit = {
    routeKey,
    act: actOf(record),
    agent: record.agent,
    humanFacing: record.humanFacing,
  };
  const clusterId = clusterRowId(routeKey, digest);
  return {
    kind: {
      workspaceId,
      id: kindRowId(unit, digest),
      ...unit,
      routeKeySource: source,
      clusterId,
    },
    cluster: { workspaceId, id: clusterId, name },
  };
}

function traceRow(workspaceId: WorkspaceId, id: RowId, record: CallRecord, place: Place) {
  const { startedAt, latencyMs } = record;
  const endedAt = startedAt && new Date(Date.parse(startedAt) + (latencyMs ?? 0)).toISOString();
  return {
    workspaceId,
    id,
    sourceTraceId: record.traceId ?? "",
    environment: record.environment,
    outcome: record.traceOutcome,
    outcomeConflict: false,
    startedAt,
    endedAt,
    importId: place.importId,
  };
}

/** The bucket of the kept totals that a call counts in. */
export function bucketOf(row: DerivedCall["row"] | CountedCall) {
  const startedAt = row.startedAt ? new Date(row.startedAt).toISOString() : null;
  const provider = row.provider ?? null;
  const model = row.model ?? row.requestModel ?? null;
  return {
    kindId: row.kindId,
    day: startedAt?.slice(0, 10) ?? UNKNOWN_DAY,
    provider: provider ?? "",
    model: model ?? "",
    environment: row.environment ?? "",
    tier: priceTier(provider, model, row.inputTokens ?? null, startedAt),
    costSource: costSourceOf({
      statedCostUsd: row.statedCostUsd ?? null,
      inputTokens: row.inputTokens ?? null,
      cachedInputTokens: row.cachedInputTokens ?? null,
      cacheWriteTokens: row.cacheWriteTokens ?? null,
      outputTokens: row.outputTokens ?? null,
    }),
  };
}
