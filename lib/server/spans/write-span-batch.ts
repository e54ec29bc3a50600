import type { Transaction } from "@/db/client";
import { mergeCall } from "@/db/commands/merge-calls";
import { writeCallBatch } from "@/db/commands/write-call-batch";
import { writeSpans, writeTraceFacts } from "@/db/commands/write-spans";
import { deltaOf, sumDeltas } from "@/lib/server/imports/total-deltas";
import { gatherTraces } from "./gather-traces";
import { planTrace, type Scope, type Settle, type TracePlan } from "./plan-trace";
import type { SpanBatch } from "./span-batch";
import { traceFacts } from "./trace-facts";
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
  const { traces, waiting } = await gatherTraces(tx, scope, batch.spans);
  const plans = traces.map((trace) =>
    [...trace.spans.values()].some((held) => held.dirty)
      ? planTrace(scope, trace, settle)
      : unchanged(trace),
  );
  await writeSpans(
    tx,
    plans.flatMap((plan) => plan.spanRows),
  );
  for (const plan of plans) {
    const facts = plan.run && traceFacts(plan.trace, plan.run, plan.callSpans, scope.digest);
    if (facts) await writeTraceFacts(tx, scope.workspaceId, facts);
  }
  const written = await writeReceipts(tx, scope, batch, plans, waiting);
  await writeCalls(tx, scope, plans, written.base);
  return written;
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

async function writeCalls(
  tx: Transaction,
  scope: Scope,
  plans: readonly TracePlan[],
  base: number,
): Promise<void> {
  const planned = plans.flatMap((plan) => plan.calls);
  const merges = plans.flatMap((plan) => plan.merges);
  const derived = planned.map((call) => call.derived);
  const isNew = planned.filter((call) => call.before === null).map(({ derived: { row } }) => row);
  const changed = planned.filter((call) => call.before !== null);
  const counted = [...changed, ...merges].flatMap(({ before }) =>
    before !== null && before.mergedInto === null ? [before] : [],
  );
  await writeCallBatch(tx, {
    nodes: distinct(
      plans.flatMap((plan) => plan.nodes).concat(derived.flatMap((one) => one.nodes)),
    ),
    settings: distinct([
      ...plans.flatMap((plan) => plan.settings),
      ...derived.flatMap((one) => one.settings ?? []),
    ]),
    traces: [],
    clusters: distinct(derived.map((one) => one.cluster)),
    kinds: distinct(derived.map((one) => one.kind)),
    newCalls: isNew.map((row) =>
      row.importId === scope.importId ? { ...row, ordinal: row.ordinal + base } : row,
    ),
    completedCalls: changed.map(({ derived: { row } }) => ({ ...row, mergedInto: null })),
    deltas: sumDeltas([
      ...derived.map((one) => deltaOf(one.row, 1)),
      ...counted.map((row) => deltaOf(row, -1)),
    ]),
  });
  for (const { before, into } of merges) {
    await mergeCall(tx, scope.workspaceId, { callId: before.id, into });
  }
}

function distinct<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
