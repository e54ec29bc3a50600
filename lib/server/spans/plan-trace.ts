import { callRowId } from "@/lib/calls/identity";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { canonicalRecord, type DerivedCall, deriveCall } from "@/lib/server/imports/derive-call";
import type { Place } from "@/lib/server/imports/call-row";
import type { SettledCall, SettledSpan, SettledTrace } from "@/lib/spans/settled";
import type { SpanRecord } from "@/lib/spans/span";
import type { CallRow, HeldSpan, HeldTrace } from "./held-trace";
import { packDirty } from "./pack-dirty";
import type { PackedSpan } from "./pack-span";
import { linksOf, spanRowId } from "./span-links";
import { KnownBodies, mergedDigest, settledDigest } from "./settled-digest";
import { HeldBodies, withStandIns } from "./stand-in";
import {
  factsOfCall,
  factsOfSpan,
  type NewSpanRow,
  NO_FACTS,
  saysAlready,
  type SpanFacts,
} from "./span-row";
import type { NodeBodies } from "./node-bodies";

export type Settle = (spans: readonly SpanRecord[]) => SettledTrace;

export type Scope = { workspaceId: WorkspaceId; importId: RowId; digest: KeyedDigest };

/** A call to write, beside what is stored of it now. */
export type PlannedCall = { derived: DerivedCall; before: CallRow | null; hint: string | null };

export type PlannedMerge = { before: CallRow; into: RowId };

/** What a trace's records come to, as the difference to what is stored. */
export type TracePlan = {
  trace: HeldTrace;
  /** Null when the trace was not settled anew. */
  run: SettledTrace["run"] | null;
  spanRows: NewSpanRow[];
  nodes: PackedSpan["nodes"];
  settings: PackedSpan["settings"];
  calls: PlannedCall[];
  merges: PlannedMerge[];
  /** The spans that are LLM calls, by the source's span id. */
  callSpans: Set<string>;
};

/** A trace settled anew, before its calls are made. */
export type TraceDraft = {
  trace: HeldTrace;
  settled: SettledTrace;
  /** Where conversations are stored, by their stand-ins. */
  rows: KnownBodies;
  /** Those that are in memory. */
  held: HeldBodies;
  /** Nodes of the conversations of calls that have to be written, and are not in memory. */
  missing: RowId[];
};

/**
 * Settles a trace anew. Conversations are named by stand-ins: only those of calls that come out
 * otherwise than they are stored are read. Pure.
 */
export function draftTrace(scope: Scope, trace: HeldTrace, settle: Settle): TraceDraft {
  const { workspaceId, digest } = scope;
  const [rows, held] = [new KnownBodies(), new HeldBodies()];
  packDirty(workspaceId, trace, digest);
  const narrow = [...trace.spans.values()].map(({ span, row, packed, whole }) => {
    const place = packed ?? row;
    if (!place) throw new Error("a span is either new or stored");
    if (whole) held.learn(span, place);
    const named = whole ? { ...withStandIns(span, place), pieces: [] } : span;
    rows.learn(named, place);
    return named;
  });
  const settled = settle(narrow);
  const missing = settled.calls.flatMap(({ call }) => {
    const written = trace.spans.get(call.spanId ?? "")?.row?.settledId ?? null;
    const changed = settledDigest(call, rows, digest) !== written;
    return changed ? held.missing(call.messages, call.response) : [];
  });
  return { trace, settled, rows, held, missing };
}

/** What a trace's records come to, as the difference to what is stored. Pure. */
export function planTrace(scope: Scope, draft: TraceDraft, stored: NodeBodies): TracePlan {
  const { trace, settled } = draft;
  const packed = [...trace.spans.values()].flatMap((held) => held.packed ?? []);
  const plan: TracePlan = {
    trace,
    run: settled.run,
    spanRows: [],
    nodes: packed.flatMap((one) => one.nodes),
    settings: packed.flatMap((one) => one.settings),
    calls: [],
    merges: [],
    callSpans: new Set(settled.calls.map(({ call }) => call.spanId ?? "")),
  };
  const facts = new Map<string, SpanFacts>();
  for (const one of settled.calls) {
    const spanId = one.call.spanId ?? "";
    facts.set(spanId, planCall(scope, draft, one, stored, plan));
  }
  for (const one of settled.other) facts.set(one.spanId, planOther(scope, trace, one, plan));
  for (const [spanId, held] of trace.spans) {
    const row = spanRow(scope, trace, spanId, held, facts.get(spanId));
    if (row) plan.spanRows.push(row);
  }
  return plan;
}

const callIdOf = (trace: HeldTrace, spanId: string, digest: KeyedDigest): RowId =>
  callRowId({ traceId: trace.sourceTraceId, spanId, record: null, occurrence: 0 }, digest);

function planCall(
  scope: Scope,
  { trace, rows, held: bodies }: TraceDraft,
  one: SettledCall,
  stored: NodeBodies,
  plan: TracePlan,
): SpanFacts {
  const spanId = one.call.spanId ?? "";
  const held = trace.spans.get(spanId);
  if (!held) throw new Error(`settling made a call of ${spanId}, of which no record spoke`);
  const id = callIdOf(trace, spanId, scope.digest);
  const before = trace.calls.get(id) ?? null;
  const written = held.row?.settledId ?? null;
  // a call that a file of calls brought is not ours to change: the first is kept
  if (before !== null && written === null) return factsOfCall(one, held.span.name, id, null);
  const settledId = settledDigest(one.call, rows, scope.digest);
  if (settledId !== written) {
    const place = before ?? firstPlace(scope, held);
    const ends = rows.conversationOf(one.call);
    const { messages, response } = one.call;
    const whole = { ...one.call, ...bodies.resolve(messages, response, stored) };
    const record = ends ? whole : canonicalRecord(whole);
    const known = ends && { ...ends, contentId: settledId };
    const derived = deriveCall(scope.workspaceId, id, record, place, scope.digest, known);
    const redacted = [spanId, ...one.mergedSpanIds].some((id) => trace.spans.get(id)?.redacted);
    const row = { ...derived.row, redacted };
    plan.calls.push({ derived: { ...derived, row }, before, hint: one.contentHint });
  }
  return factsOfCall(one, held.span.name, id, settledId);
}

/** A call that became one without a record of this batch counts where its span was first read. */
function firstPlace(scope: Scope, { row, touches: [touch] }: HeldSpan): Place {
  if (touch === undefined && row !== null) return { importId: row.importId, ordinal: 0 };
  return { importId: scope.importId, ordinal: touch === undefined ? 0 : touch.item + 1 };
}

function planOther(scope: Scope, trace: HeldTrace, one: SettledSpan, plan: TracePlan): SpanFacts {
  const { digest } = scope;
  const winner = one.mergedInto === null ? null : callIdOf(trace, one.mergedInto, digest);
  const written = trace.spans.get(one.spanId)?.row?.settledId ?? null;
  if (written === null) return factsOfSpan(one, winner, null);
  // it made a call once, which now is a second view of another, or sums up several
  const id = callIdOf(trace, one.spanId, digest);
  const into = winner ?? id;
  const settledId = mergedDigest(into, digest);
  const before = trace.calls.get(id);
  if (before && settledId !== written) plan.merges.push({ before, into });
  return factsOfSpan(one, winner, settledId);
}

/** The row to write; null when it is stored as it is. */
function spanRow(
  { workspaceId, importId, digest }: Scope,
  trace: HeldTrace,
  spanId: string,
  held: HeldSpan,
  facts: SpanFacts = NO_FACTS,
): NewSpanRow | null {
  const { row, packed } = held;
  const body = packed ?? row;
  if (!body) throw new Error("a span is either new or stored");
  const links = packed ?? linksOf(trace.sourceTraceId, held.span, digest);
  if (
    row &&
    !packed &&
    saysAlready(row, facts) &&
    row.parentId === links.parentId &&
    row.answerId === links.answerId
  )
    return null;
  const { record, requestNodeId, responseNodeId, settingsId } = body;
  const { parentId, answerId } = links;
  return {
    workspaceId,
    id: row?.id ?? spanRowId(trace.sourceTraceId, spanId, digest),
    traceId: trace.id,
    importId: row?.importId ?? importId,
    sourceSpanId: spanId,
    ...facts,
    redacted: held.redacted,
    record,
    ...(packed && { pieces: packed.pieces }),
    parentId,
    answerId,
    requestNodeId,
    responseNodeId,
    settingsId,
  };
}
