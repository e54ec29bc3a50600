import type { Transaction } from "@/db/client";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { writeSpans, writeTraceFacts } from "@/db/commands/write-spans";
import { writeMedia } from "@/db/commands/write-media";
import { listNodeBodies } from "@/db/queries/spans/list-bodies";
import { mediaRows } from "@/lib/server/imports/media-rows";
import { gatherTraces } from "./gather-traces";
import { markPlans } from "./mark-plans";
import type { HeldTrace } from "./held-trace";
import { draftTrace, planTrace, type Scope, type Settle, type TracePlan } from "./plan-trace";
import type { SpanBatch } from "./span-batch";
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
  const isDirty = (trace: HeldTrace) => [...trace.spans.values()].some((held) => held.dirty);
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
    const facts = plan.run && traceFacts(plan.trace, plan.run, plan.callSpans, scope.digest);
    if (facts) await writeTraceFacts(tx, scope.workspaceId, facts);
  }
  const written = await writeReceipts(tx, scope, batch, plans, waiting);
  await writePlannedCalls(tx, scope, plans, written.base);
  return written;
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
