import type { calls } from "@/db/schema";
import { type CallRecord, PARSER_VERSION } from "@/lib/calls/call";
import { flagsOf } from "@/lib/calls/flags";
import { previewOf } from "@/lib/calls/preview";
import { FINGERPRINT_VERSION } from "@/lib/curation/fingerprint";
import { modalityOf } from "@/lib/formats/provider/modality";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { priceCall } from "@/lib/pricing/price-call";

/** Where a call stands in what was sent. */
export type Place = { importId: RowId; ordinal: number };

/** What a call is tied to. */
type Ties = {
  workspaceId: WorkspaceId;
  id: RowId;
  place: Place;
  traceId: RowId | null;
  kindId: RowId;
  requestId: RowId | null;
  responseId: RowId | null;
  settingsId: RowId | null;
  contentId: RowId;
  fingerprint: RowId | null;
};

/**
 * The row of a call. Whether it was redacted and whether one before it was asked alike its reader knows.
 * Every column is written out: a row put together from other objects takes several times as long.
 */
export function callRow(record: CallRecord, ties: Ties): typeof calls.$inferInsert {
  const { errored, withoutText, withoutGroundTruth } = flagsOf(record);
  return {
    workspaceId: ties.workspaceId,
    id: ties.id,
    importId: ties.place.importId,
    ordinal: ties.place.ordinal,
    traceId: ties.traceId,
    sourceTraceId: record.traceId,
    sourceSpanId: record.spanId,
    sourceParentSpanId: record.parentSpanId,
    kindId: ties.kindId,
    stepType: record.stepType,
    stepSource: record.stepSource,
    agent: record.agent,
    humanFacing: record.humanFacing,
    provider: record.provider,
    requestModel: record.requestModel,
    model: record.model,
    modality: record.modality ?? modalityOf(record.messages, record.response),
    attempt: record.attempt,
    environment: record.environment,
    inputTokens: record.inputTokens,
    cachedInputTokens: record.cachedInputTokens,
    cacheWriteTokens: record.cacheWriteTokens,
    outputTokens: record.outputTokens,
    reasoningTokens: record.reasoningTokens,
    statedCostUsd: record.statedCostUsd,
    costUsd: record.statedCostUsd ?? listPriceOf(record),
    latencyMs: record.latencyMs,
    startedAt: record.startedAt,
    error: record.error,
    correct: record.correct,
    traceOutcome: record.traceOutcome,
    preview: previewOf(record),
    messageCount: record.messages?.length ?? null,
    requestNodeId: ties.requestId,
    responseNodeId: ties.responseId,
    settingsId: ties.settingsId,
    contentId: ties.contentId,
    parserVersion: PARSER_VERSION,
    errored,
    withoutText,
    withoutGroundTruth,
    redacted: false,
    fingerprint: ties.fingerprint,
    fingerprintVersion: ties.fingerprint === null ? null : FINGERPRINT_VERSION,
    nearDuplicate: false,
  };
}

/** In US dollars; null when unknown. A record without the answering model is priced by the requested one. */
const listPriceOf = (record: CallRecord): number | null =>
  priceCall(record.model === null ? { ...record, model: record.requestModel } : record).costUsd;
