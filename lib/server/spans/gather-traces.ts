import type { Transaction } from "@/db/client";
import { lockTraces } from "@/db/commands/lock-traces";
import { addWaiting, dropWaiting, lockWaiting } from "@/db/commands/write-spans";
import { findTracesOfSpans, listWaiting } from "@/db/queries/spans/find-waiting";
import { countTraceRows } from "@/db/queries/spans/list-trace-spans";
import { canonicalJson } from "@/lib/calls/canonical";
import { traceRowId } from "@/lib/calls/identity";
import { compactSpan, readStoredSpan } from "@/lib/spans/fold-span";
import { foldInto } from "./fold-into";
import { type HeldTrace, holdTraces } from "./held-trace";
import type { NamedTrace } from "./span-links";
import { completeParts, holdTouched } from "./hold-part";
import type { Scope } from "./plan-trace";
import type { SpanItem } from "./span-batch";
import { stateAfter } from "./state-after";
import { readState, type TraceState } from "./trace-state";

export type Gathered = {
  traces: HeldTrace[];
  /** How many items wait for their span. */
  waiting: number;
};

/** A record in its trace; `item` is its place in the batch, null for one that had waited. */
type Placed = Omit<SpanItem, "line"> & { traceId: string; item: number | null };

/** Locks every trace that a batch speaks of and folds the batch onto what is stored of them. */
export async function gatherTraces(
  tx: Transaction,
  scope: Scope,
  batch: readonly SpanItem[],
): Promise<Gathered> {
  const { workspaceId } = scope;
  const traceless = batch.some(({ span }) => span.traceId === null);
  await lockWaiting(tx, workspaceId, traceless ? "alone" : "shared");
  const { placed, waiting } = await placeTraceless(tx, scope, batch);
  const arrived = await takeArrived(tx, scope, placed);
  return { traces: await holdAll(tx, scope, [...placed, ...arrived]), waiting };
}

/** Finds the trace of records that name none; those whose span has not come are kept waiting. */
async function placeTraceless(tx: Transaction, scope: Scope, batch: readonly SpanItem[]) {
  const own = new Map(
    batch.flatMap(({ span: { traceId, spanId } }) =>
      traceId === null ? [] : [[spanId, traceId] as const],
    ),
  );
  const sought = batch.flatMap(({ span: { traceId, spanId } }) =>
    traceId === null && !own.has(spanId) ? [spanId] : [],
  );
  const found = await findTracesOfSpans(tx, scope.workspaceId, sought);
  const placed: Placed[] = [];
  const waiting: SpanItem["span"][] = [];
  for (const [item, { span, redactions }] of batch.entries()) {
    const traceId = span.traceId ?? own.get(span.spanId) ?? found.get(span.spanId);
    if (traceId === undefined) waiting.push(span);
    else placed.push({ span, redactions, traceId, item });
  }
  const { workspaceId, importId, digest } = scope;
  await addWaiting(
    tx,
    waiting.map((span) => {
      const stored = compactSpan(span);
      return {
        workspaceId,
        id: digest("waiting", canonicalJson(stored)),
        importId,
        sourceSpanId: span.spanId,
        record: JSON.stringify(stored),
      };
    }),
  );
  return { placed, waiting: waiting.length };
}

/** Records that had waited for a span of this batch. */
async function takeArrived(tx: Transaction, { workspaceId }: Scope, placed: readonly Placed[]) {
  const traceOf = new Map(placed.map(({ span, traceId }) => [span.spanId, traceId]));
  const rows = await listWaiting(tx, workspaceId, [...traceOf.keys()]);
  await dropWaiting(
    tx,
    workspaceId,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row): Placed[] => {
    const traceId = traceOf.get(row.sourceSpanId);
    if (traceId === undefined) return [];
    const span = readStoredSpan(JSON.parse(row.record));
    return [{ span, redactions: {}, traceId, item: null }];
  });
}

/** What a batch says of one trace. */
type Spoken = NamedTrace & { records: Placed[]; isNew: boolean; state: TraceState | null };

/** Locks the traces of the records and folds these onto them: onto a part, where that will do. */
async function holdAll(tx: Transaction, scope: Scope, all: readonly Placed[]) {
  const spoken = await lockAll(tx, scope, all);
  const touched = new Map(
    spoken.map(({ id, records }) => [id, new Set(records.map(({ span }) => span.spanId))]),
  );
  const inPart = spoken.flatMap(({ state, ...one }) => (state === null ? [] : [{ ...one, state }]));
  const parts = (await holdTouched(tx, scope, inPart, touched)).map(folded(spoken));
  // what came may show only now that all the others are needed
  const settled = parts.filter((trace) => stateAfter(trace, 0) !== null);
  const done = new Set(settled.map(({ id }) => id));
  const others = spoken.filter(({ id }) => !done.has(id));
  const isNew = new Set(others.flatMap((one) => (one.isNew ? [one.id] : [])));
  const whole = await holdTraces(tx, scope.workspaceId, others, isNew, touched);
  await completeParts(tx, scope, settled.filter(isDirty));
  return [...settled, ...whole.map(folded(spoken))];
}

/** Whether a batch says anything new of a trace. */
export const isDirty = (trace: HeldTrace): boolean =>
  [...trace.spans.values()].some((held) => held.dirty);

const folded = (spoken: readonly Spoken[]) => {
  const records = new Map(spoken.map((one) => [one.id, one.records]));
  return (trace: HeldTrace): HeldTrace => {
    for (const { span, traceId, item, redactions } of records.get(trace.id) ?? [])
      foldInto(trace, { span: { ...span, traceId }, redactions }, item);
    return trace;
  };
};

async function lockAll(tx: Transaction, scope: Scope, all: readonly Placed[]): Promise<Spoken[]> {
  const { workspaceId, importId, digest } = scope;
  const bySource = new Map<string, Placed[]>();
  for (const record of all) {
    const own = bySource.get(record.traceId);
    if (own) own.push(record);
    else bySource.set(record.traceId, [record]);
  }
  const rows = [...bySource.keys()]
    .map((sourceTraceId) => ({
      workspaceId,
      id: traceRowId(sourceTraceId, digest) ?? "",
      sourceTraceId,
      importId,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (rows.length === 0) return [];
  const { made, settled } = await lockTraces(tx, workspaceId, rows);
  const states = new Map(rows.map(({ id }) => [id, readState(settled.get(id) ?? null)]));
  const stated = rows.filter(({ id }) => states.get(id) !== null).map(({ id }) => id);
  const counts = await countTraceRows(tx, workspaceId, stated);
  return rows.map(({ id, sourceTraceId }) => {
    const [state = null, count] = [states.get(id), counts.get(id)];
    // some was deleted since, or came from elsewhere
    const holds = state !== null && state.spans === count?.spans && state.calls === count.calls;
    const records = bySource.get(sourceTraceId) ?? [];
    return { id, sourceTraceId, records, isNew: made.has(id), state: holds ? state : null };
  });
}
