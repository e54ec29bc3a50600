import type { CountedCall } from "@/db/queries/calls/list-counted-calls";
import type { calls, clusters, kinds, nodes, requestSettings, traces } from "@/db/schema";
import { UNKNOWN_DAY } from "@/db/schema";
import { PARSER_VERSION, type CallRecord, type Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { canonicalMessage } from "@/lib/calls/canonical-message";
import { conversationNodes } from "@/lib/calls/conversation";
import { flagsOf } from "@/lib/calls/flags";
import { traceRowId } from "@/lib/calls/identity";
import { messageDigest } from "@/lib/calls/message-digest";
import { previewOf } from "@/lib/calls/preview";
import { FINGERPRINT_VERSION, fingerprintOf } from "@/lib/curation/fingerprint";
import { modalityOf } from "@/lib/formats/provider/modality";
import { actOf } from "@/lib/clustering/act";
import { clusterRowId, kindRowId } from "@/lib/clustering/kind";
import { routeKeyOf } from "@/lib/clustering/route-key";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";
import { costSourceOf, priceCall } from "@/lib/pricing/price-call";
import { priceTier } from "@/lib/pricing/price-tier";

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

export type Place = { importId: RowId; ordinal: number };

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

/** Digest of all that a record says: an equal one is known without a closer look. */
export function contentIdOf(record: CallRecord, digest: KeyedDigest): RowId {
  const { messages, response, ...rest } = record;
  const nameOf = (message: Message) => messageDigest(message, digest);
  return digest(
    "content",
    canonicalJson(rest),
    messages && messages.map(nameOf).join(),
    response && nameOf(response),
  );
}

/**
 * Everything that is stored of a call, from its folded record. Pure but for its arguments.
 *
 * @param known spares hashing messages that somebody has hashed; no nodes are returned then.
 * @param isStored says of nodes that need not be written; their rows are left out.
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
  const settings = settingsRow(workspaceId, record, digest);
  const { kind, cluster } = kindRows(workspaceId, record, digest);
  const fingerprint = fingerprintOf(record, digest);
  return {
    record,
    nodes: conversation.nodes
      .filter(({ id: nodeId }) => !isStored(nodeId))
      .map(({ message, ...node }) => ({ workspaceId, scopeId, ...node, body: bodyOf(message) })),
    settings,
    trace: traceId === null ? null : traceRow(workspaceId, traceId, record, place),
    kind,
    cluster,
    row: {
      ...scalars(record),
      workspaceId,
      id,
      importId: place.importId,
      ordinal: place.ordinal,
      traceId,
      kindId: kind.id,
      costUsd: record.statedCostUsd ?? priceCall(priced(record)).costUsd,
      preview: previewOf(record),
      messageCount: record.messages?.length ?? null,
      requestNodeId: conversation.requestId,
      responseNodeId: conversation.responseId,
      settingsId: settings?.id ?? null,
      contentId: known?.contentId ?? contentIdOf(record, digest),
      parserVersion: PARSER_VERSION,
      fingerprint,
      fingerprintVersion: fingerprint === null ? null : FINGERPRINT_VERSION,
      modality: record.modality ?? modalityOf(record.messages, record.response),
      ...flagsOf(record),
    },
  };
}

const bodyOf = oncePerObject((message: Message): string => JSON.stringify(message));

/** A record without the answering model is priced by the requested one. */
const priced = (record: CallRecord) => ({ ...record, model: record.model ?? record.requestModel });

function scalars(record: CallRecord) {
  const { traceId, spanId, parentSpanId, messages, response, settings, ...rest } = record;
  return {
    ...rest,
    sourceTraceId: traceId,
    sourceSpanId: spanId,
    sourceParentSpanId: parentSpanId,
  };
}

function settingsRow(workspaceId: WorkspaceId, record: CallRecord, digest: KeyedDigest) {
  if (record.settings === null) return null;
  const body = canonicalJson(record.settings);
  return { workspaceId, id: digest("settings", body), body };
}

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
