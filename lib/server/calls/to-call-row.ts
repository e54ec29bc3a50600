import type { CallRow as StoredCall } from "@/db/queries/calls/list-calls";
import type { CallKind } from "@/db/queries/calls/list-kinds";
import type { Folded } from "@/lib/calls/alike";
import { CallRow, FoldedCallRow } from "@/lib/calls/call-row";
import { type CallPrice, priceCall } from "@/lib/pricing/price-call";
import type { PriceOverrides } from "@/lib/pricing/price-override";

/** A stored call with what its kind and its trace say of it. */
export type KnownCall = {
  call: StoredCall;
  kind: CallKind;
  traceOutcome: boolean | null;
  /** From its tokens, whatever its source states. */
  price: CallPrice;
};

/** The price of a call from its tokens, whatever its source states. */
export const priceOf = (call: StoredCall, overrides: PriceOverrides): CallPrice =>
  priceCall(
    { ...call, model: call.model ?? call.requestModel, startedAt: toIso(call.startedAt) },
    overrides,
  );

/** A call in the shape of the contract, checked before it leaves. */
export function toCallRow({ call, kind, traceOutcome, price }: KnownCall): CallRow {
  return CallRow.parse({
    id: call.id,
    trace_id: call.sourceTraceId,
    span_id: call.sourceSpanId,
    parent_id: call.sourceParentSpanId,
    step_type: call.stepType,
    step_source: call.stepSource,
    route_key: kind.routeKey,
    act: kind.act,
    cluster: kind.cluster,
    agent: call.agent,
    human_facing: call.humanFacing,
    provider: call.provider,
    request_model: call.requestModel,
    model: call.model,
    modality: call.modality,
    attempt: call.attempt,
    environment: call.environment,
    input_tokens: call.inputTokens,
    cached_input_tokens: call.cachedInputTokens,
    cache_write_tokens: call.cacheWriteTokens,
    output_tokens: call.outputTokens,
    reasoning_tokens: call.reasoningTokens,
    stated_cost_usd: call.statedCostUsd,
    computed_cost_usd: price.costUsd,
    latency_ms: call.latencyMs,
    started_at: toIso(call.startedAt),
    error: call.error,
    correct: call.correct,
    trace_outcome: traceOutcome,
    flags: flagsOf(call),
  });
}

/** A call of a folded list in the shape of the contract. */
export const toFoldedRow = (call: KnownCall, folded: Folded): FoldedCallRow =>
  FoldedCallRow.parse({
    ...toCallRow(call),
    folded_calls: folded.calls,
    folded_cost_usd: folded.costUsd,
    folded_calls_without_cost: folded.callsWithoutCost,
  });

/** PostgreSQL's way to write a moment as ISO 8601 in UTC. */
export const toIso = (moment: string | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();

/** Why a call is a poor witness. */
export const flagsOf = (call: StoredCall): CallRow["flags"] => [
  ...(call.errored ? (["errored"] as const) : []),
  ...(call.withoutText ? (["without_text"] as const) : []),
  ...(call.withoutGroundTruth ? (["without_ground_truth"] as const) : []),
  ...(call.nearDuplicate ? (["near_duplicate"] as const) : []),
];
