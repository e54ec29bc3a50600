import type { Transaction } from "@/db/client";
import { lockTraces } from "@/db/commands/lock-traces";
import { addWaiting, dropWaiting, lockWaiting } from "@/db/commands/write-spans";
import { findTracesOfSpans, listWaiting } from "@/db/queries/spans/find-waiting";
import { canonicalJson } from "@/lib/calls/canonical";
import { traceRowId } from "@/lib/calls/identity";
import { compactSpan, readStoredSpan } from "@/lib/spans/fold-span";
import { foldInto } from "./fold-into";
import { type HeldTrace, holdTraces } from "./held-trace";
import type { Scope } from "./plan-trace";
import type { SpanItem } from "./span-batch";

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
  const all = [...placed, ...arrived];
  const traces = await lockAll(tx, scope, all);
  for (const { span, traceId, item, redactions } of all) {
    const trace = traces.get(traceId);
    if (!trace) throw new Error("every trace of the batch is held");
    foldInto(trace, { span: { ...span, traceId }, redactions }, item);
  }
  return { traces: [...traces.values()], waiting };
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

async function lockAll(tx: Transaction, scope: Scope, all: readonly Placed[]) {
  const { workspaceId, importId, digest } = scope;
  const sources = [...new Set(all.map(({ traceId }) => traceId))];
  const rows = sources
    .map((sourceTraceId) => ({
      workspaceId,
      id: traceRowId(sourceTraceId, digest) ?? "",
      sourceTraceId,
      importId,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (rows.length === 0) return new Map<string, HeldTrace>();
  const isNew = await lockTraces(tx, workspaceId, rows);
  const idOf = new Map(rows.map((row) => [row.sourceTraceId, row.id]));
  const touched = new Map(rows.map((row) => [row.id, new Set<string>()]));
  for (const { traceId, span } of all) touched.get(idOf.get(traceId) ?? "")?.add(span.spanId);
  const held = await holdTraces(tx, workspaceId, rows, isNew, touched);
  return new Map(held.map((trace) => [trace.sourceTraceId, trace]));
}
