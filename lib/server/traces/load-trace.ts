import { z } from "zod";
import { listKinds } from "@/db/queries/calls/list-kinds";
import { listLivePrices } from "@/db/queries/pricing/list-price-overrides";
import { getTrace } from "@/db/queries/traces/get-trace";
import { listTraceCalls } from "@/db/queries/traces/list-trace-calls";
import { toIso } from "@/lib/server/calls/to-call-row";
import { getDatabase } from "@/lib/server/database";
import { mayAct, requireMember } from "@/lib/server/gate";
import { costOf, sumTrace } from "@/lib/traces/sum-trace";
import { type Span, timeBar, wholeSpan } from "@/lib/traces/time-bar";
import type { TraceDetail } from "@/lib/traces/traces-page";

/** A trace shows so many of its calls. */
const MOST_CALLS = 10_000;

/** Whether there is a trace with this id. */
export async function isTrace(slug: string, id: string): Promise<boolean> {
  const { workspaceId } = await requireMember(slug);
  if (!z.guid().safeParse(id).success) return false;
  return (await getTrace(getDatabase(), workspaceId, id)) !== null;
}

/** A trace with its calls in order, without their bodies; null when there is none with this id. */
export async function loadTrace(slug: string, id: string): Promise<TraceDetail | null> {
  const { workspaceId, role } = await requireMember(slug);
  if (!z.guid().safeParse(id).success) return null;
  const database = getDatabase();
  const [trace, found, overrides] = await Promise.all([
    getTrace(database, workspaceId, id),
    listTraceCalls(database, workspaceId, id, MOST_CALLS + 1),
    listLivePrices(database, workspaceId),
  ]);
  if (!trace) return null;
  const stored = found.slice(0, MOST_CALLS);
  const kinds = await listKinds(
    database,
    workspaceId,
    stored.map((call) => call.kindId),
  );
  const calls = stored.map((call) => ({
    ...call,
    model: call.model ?? call.requestModel,
    startedAt: toIso(call.startedAt),
  }));
  const spans = calls.map(spanOf);
  const whole = wholeSpan(spans);
  return {
    id: trace.id,
    sourceTraceId: trace.sourceTraceId,
    environment: trace.environment,
    outcome: trace.outcome,
    startedAt: toIso(trace.startedAt),
    // of one moment only, how long it took is unknown
    durationMs: (whole && whole.to - whole.from) || null,
    sums: sumTrace(calls, overrides),
    calls: calls.map((call, index) => ({
      id: call.id,
      step: call.stepType ?? kinds.get(call.kindId)?.routeKey ?? "",
      act: kinds.get(call.kindId)?.act ?? "",
      model: call.model,
      inputTokens: call.inputTokens,
      outputTokens: call.outputTokens,
      costUsd: costOf(call, overrides),
      latencyMs: call.latencyMs,
      errored: call.errored,
      bar: timeBar(spans[index] ?? null, whole),
    })),
    mayDelete: mayAct(role, "admin"),
    isCut: found.length > MOST_CALLS,
  };
}

function spanOf(call: { startedAt: string | null; latencyMs: number | null }): Span | null {
  if (call.startedAt === null) return null;
  const from = Date.parse(call.startedAt);
  return { from, to: from + (call.latencyMs ?? 0) };
}
