import type { SQL } from "drizzle-orm";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { listSummedCalls } from "@/db/queries/traces/list-summed-calls";
import { listTraces, type StoredTrace } from "@/db/queries/traces/list-traces";
import type { WorkspaceId } from "@/lib/ids";
import type { Page } from "@/lib/paging/keyset";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import { toIso } from "@/lib/server/calls/to-call-row";
import { getDatabase } from "@/lib/server/database";
import { sumTrace } from "@/lib/traces/sum-trace";
import type { TraceQuery } from "@/lib/traces/trace-query";
import { TraceRow } from "@/lib/traces/trace-row";

/** One page of traces with the sums of their calls, in the shape of the contract. */
export async function listSummedTraces(
  workspaceId: WorkspaceId,
  condition: SQL | undefined,
  query: Pick<TraceQuery, "page">,
): Promise<Page<TraceRow>> {
  const database = getDatabase();
  const page = await listTraces(database, condition, query);
  const ids = page.rows.map((trace) => trace.id);
  const [calls, overrides] = await Promise.all([
    listSummedCalls(database, workspaceId, ids),
    listLivePrices(database, workspaceId),
  ]);
  const byTrace = new Map<string, StoredCall[]>(ids.map((id) => [id, []]));
  for (const call of calls) byTrace.get(call.traceId ?? "")?.push(call);
  return {
    ...page,
    rows: page.rows.map((trace) => toTraceRow(trace, byTrace.get(trace.id) ?? [], overrides)),
  };
}

type StoredCall = Awaited<ReturnType<typeof listSummedCalls>>[number];

/** A trace with the sums of its calls, checked before it leaves. */
function toTraceRow(
  trace: StoredTrace,
  calls: readonly StoredCall[],
  overrides: PriceOverrides,
): TraceRow {
  const sums = sumTrace(
    calls.map((call) => ({
      ...call,
      model: call.model ?? call.requestModel,
      startedAt: toIso(call.startedAt),
    })),
    overrides,
  );
  const [startedAt, endedAt] = [toIso(trace.startedAt), toIso(trace.endedAt)];
  return TraceRow.parse({
    id: trace.id,
    trace_id: trace.sourceTraceId,
    environment: trace.environment,
    started_at: startedAt,
    ended_at: endedAt,
    duration_ms: durationOf(startedAt, endedAt),
    calls: sums.calls,
    errored: sums.errored,
    input_tokens: sums.inputTokens,
    output_tokens: sums.outputTokens,
    calls_without_tokens: sums.callsWithoutTokens,
    cost_usd: sums.costUsd,
    calls_without_cost: sums.callsWithoutCost,
    outcome: trace.outcome,
  });
}

/** A trace that ends when it begins has calls without a latency: how long it took is unknown. */
function durationOf(startedAt: string | null, endedAt: string | null): number | null {
  if (startedAt === null || endedAt === null) return null;
  return Date.parse(endedAt) - Date.parse(startedAt) || null;
}
