import type { Transaction } from "@/db/client";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { forgetSettled, writeSpans, writeTraceFacts } from "@/db/commands/write-spans";
import { writeMedia } from "@/db/commands/write-media";
import { listNodeBodies } from "@/db/queries/spans/list-bodies";
import { mediaRows } from "@/lib/server/imports/media-rows";
import { gatherTraces, isDirty } from "./gather-traces";
import { markPlans } from "./mark-plans";
import type { HeldTrace } from "./held-trace";
import { draftTrace, planTrace, type Scope, type Settle, type TracePlan } from "./plan-trace";
import type { SpanBatch } from "./span-batch";
import { runOf, stateAfter } from "./state-after";
import { traceFacts } from "./trace-facts";
import { NodeBodies } from "./node-bodies";
import { writePlannedCalls } from "./write-planned-calls";
import { writeReceipts, type Written } from "./write-receipts";

/**
 * Folds a batch of records onto what is stored, settles every trace that it touches and writes the
 * difference: rows, totals and receipts in one transaction. The same batch again changes nothing
 * but the receipt; any order of the same records ends in the same calls.
 */
export async function writeSpanBatch(
  tx: Transaction,
  scope: Scope,
  batch: SpanBatch,
  settle: Settle,
): Promise<Written> {
  await lockDeletion(tx, scope.workspaceId, "shared");
  const { traces, waiting } = await gatherTraces(tx, scope, batch.spans);
  const changed = await planTraces(tx, scope, traces.filter(isDirty), settle);
  const plans = await markPlans(tx, scope, [
    ...changed,
    ...traces.filter((trace) => !isDirty(trace)).map(unchanged),
  ]);
  await writeMedia(tx, mediaRows(scope.workspaceId, batch.media));
  await writeSpans(
    tx,
    plans.flatMap((plan) => plan.spanRows),
  );
  for (const plan of plans) {
    if (plan.run === null) continue;
    const facts = factsAfter(plan, plan.run, scope);
    if (facts) await writeTraceFacts(tx, scope.workspaceId, facts);
    else await forgetSettled(tx, scope.workspaceId, plan.trace.id);
  }
  const written = await writeReceipts(tx, scope, batch, plans, waiting);
  await writePlannedCalls(tx, scope, plans, written.base);
  return written;
}

/** What is to be written of a trace as a whole that was settled anew; null when it is not known. */
function factsAfter(
  { trace, calls, callSpans }: TracePlan,
  run: NonNullable<TracePlan["run"]>,
  { digest }: Scope,
) {
  const callsNew = calls.filter(({ before }) => before === null).length;
  const state = stateAfter(trace, callsNew);
  // of a part, settling knows what each span is, and not what the run is
  const whole = trace.state && state ? runOf(state, trace.spans.get("")?.span) : run;
  const facts = traceFacts(trace, whole, callSpans, digest);
  return facts && { ...facts, settled: state && JSON.stringify(state) };
}

/** Settles traces anew, and reads what is missing of the calls that come out otherwise. */
export async function planTraces(
  tx: Transaction,
  scope: Scope,
  traces: readonly HeldTrace[],
  settle: Settle,
): Promise<TracePlan[]> {
  const drafts = traces.map((trace) => draftTrace(scope, trace, settle));
  const missing = drafts.flatMap((draft) => draft.missing);
  const stored = new NodeBodies(await listNodeBodies(tx, scope.workspaceId, missing));
  return drafts.map((draft) => planTrace(scope, draft, stored));
}

/** A trace of which the batch says nothing new: what it settled to stands in its rows. */
function unchanged(trace: TracePlan["trace"]): TracePlan {
  const callSpans = [...trace.spans].flatMap(([spanId, { row }]) =>
    row?.callId && !row.merged && row.role === "llm" ? [spanId] : [],
  );
  return {
    trace,
    run: null,
    spanRows: [],
    nodes: [],
    settings: [],
    calls: [],
    merges: [],
    callSpans: new Set(callSpans),
  };
}
