import type { Transaction } from "@/db/client";
import { findCalls } from "@/db/commands/write-call-batch";
import {
  listSoughtSpans,
  listTraceSpans,
  type SpansSought,
} from "@/db/queries/spans/list-trace-spans";
import { callRowId } from "@/lib/calls/identity";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { emptyTrace, type HeldSpan, type HeldTrace, holdRows, type Touched } from "./held-trace";
import { packDirty } from "./pack-dirty";
import type { Scope } from "./plan-trace";
import { type NamedTrace, spanRowId } from "./span-links";
import type { TraceState } from "./trace-state";
import type { SpanRow } from "./unpack-span";

/** Reads of traces, locked, the stored spans that a batch speaks of, and what was said of the run. */
export async function holdTouched(
  tx: Transaction,
  { workspaceId, digest }: Scope,
  traces: readonly (NamedTrace & { state: TraceState })[],
  touched: Touched,
): Promise<HeldTrace[]> {
  const held = traces.map((trace) => emptyTrace(trace, false, trace.state));
  const ids = held.flatMap(({ id, sourceTraceId }) =>
    ["", ...(touched.get(id) ?? [])].map((spanId) => spanRowId(sourceTraceId, spanId, digest)),
  );
  const rows = await listSoughtSpans(tx, workspaceId, { ...nothing(), ids });
  await holdRows(tx, workspaceId, held, rows, touched);
  return held;
}

/** So often more is sought of a trace; what has not come to an end by then is read whole. */
const MOST_ROUNDS = 20;

/**
 * Reads all that settling needs beside spans that changed, so that every span which is held then
 * settles as it would among all spans of its trace:
 *
 * - what lies around a span (its step, its agent), up to the root;
 * - what lies below a span that changed, whose place has changed with it;
 * - what lies below an LLM span, which may be a second view of it;
 * - spans with the same answer, or the same request, which may be second views or attempts.
 */
export async function completeParts(
  tx: Transaction,
  { workspaceId, digest }: Scope,
  traces: readonly HeldTrace[],
): Promise<void> {
  for (const trace of traces) packDirty(workspaceId, trace, digest);
  const sought = new Sought();
  for (let round = 1; ; round += 1) {
    for (const trace of traces) {
      for (const [spanId, held] of trace.spans)
        sought.addFor(held, held.row?.id ?? spanRowId(trace.sourceTraceId, spanId, digest));
    }
    const next = sought.take();
    if (next === null) break;
    const held = await holdFresh(
      tx,
      workspaceId,
      traces,
      await listSoughtSpans(tx, workspaceId, next),
    );
    if (round < MOST_ROUNDS) continue;
    // one round a level: a long chain of ancestors would take as many
    const growing = [...new Set(held.map(({ traceId }) => traceId))];
    if (growing.length > 0)
      await holdFresh(tx, workspaceId, traces, await listTraceSpans(tx, workspaceId, growing));
    break;
  }
  await holdCalls(tx, { workspaceId, digest }, traces);
}

/** Puts those rows into their traces that are not held yet, and answers them. */
async function holdFresh(
  tx: Transaction,
  workspaceId: WorkspaceId,
  traces: readonly HeldTrace[],
  rows: readonly SpanRow[],
): Promise<SpanRow[]> {
  const fresh = rows.filter(({ traceId, sourceSpanId }) =>
    traces.some(({ id, spans }) => id === traceId && !spans.has(sourceSpanId)),
  );
  await holdRows(tx, workspaceId, traces, fresh, new Map());
  return fresh;
}

async function holdCalls(
  tx: Transaction,
  { workspaceId, digest }: Pick<Scope, "workspaceId" | "digest">,
  traces: readonly HeldTrace[],
): Promise<void> {
  const homes = new Map<RowId, HeldTrace>();
  for (const trace of traces) {
    const { sourceTraceId: traceId } = trace;
    for (const spanId of trace.spans.keys())
      homes.set(callRowId({ traceId, spanId, record: null, occurrence: 0 }, digest), trace);
  }
  if (homes.size === 0) return;
  const rows = await findCalls(tx, workspaceId, [...homes.keys()]);
  for (const [id, row] of rows) homes.get(id)?.calls.set(id, row);
}

const KINDS = ["ids", "parents", "answers", "requests"] as const;

/** What has been sought, and what is to be sought next. */
class Sought {
  readonly #asked = {
    ids: new Set<RowId>(),
    parents: new Set<RowId>(),
    answers: new Set<RowId>(),
    requests: new Set<RowId>(),
  };
  #next = nothing();

  /** Adds what is connected with a span that is held, as it was stored and as it is now. */
  addFor({ row, packed, before, span, dirty }: HeldSpan, id: RowId): void {
    const places = [row, packed].filter((place) => place !== null);
    this.#asked.ids.add(id);
    for (const { parentId } of places) this.#ask("ids", parentId);
    const isCall = span.role === "llm" || before?.role === "llm";
    const isBelow = places.some(
      ({ parentId }) => parentId !== null && this.#asked.parents.has(parentId),
    );
    if (dirty || isCall || isBelow) this.#ask("parents", id);
    if (!isCall) return;
    for (const { answerId, requestNodeId } of places) {
      this.#ask("answers", answerId);
      this.#ask("requests", requestNodeId);
    }
  }

  /** What nobody has sought yet; null when there is nothing. */
  take(): SpansSought | null {
    const next = this.#next;
    this.#next = nothing();
    return KINDS.some((kind) => next[kind].length > 0) ? next : null;
  }

  #ask(kind: (typeof KINDS)[number], id: RowId | null): void {
    if (id === null || this.#asked[kind].has(id)) return;
    this.#asked[kind].add(id);
    this.#next[kind].push(id);
  }
}

const nothing = (): Record<(typeof KINDS)[number], RowId[]> => ({
  ids: [],
  parents: [],
  answers: [],
  requests: [],
});
