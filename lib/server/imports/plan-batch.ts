import type { calls } from "@/db/schema";
import type { CallBatch } from "@/db/commands/write-call-batch";
import type { CallRecord } from "@/lib/calls/call";
import { foldCall } from "@/lib/calls/fold";
import { traceRowId } from "@/lib/calls/identity";
import type { Media } from "@/lib/curation/media";
import { addCounts, type Counts, NO_COUNTS } from "@/lib/curation/redact/rule";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { excerptOfJson } from "./excerpt-of-json";
import { contentIdOf } from "./content-id";
import { deriveCall, type DerivedCall } from "./derive-call";
import type { SentNodes } from "./sent-nodes";
import { deltaOf, sumDeltas } from "./total-deltas";

type CallRow = typeof calls.$inferSelect;

/** A record that is a call, with its identity and its place in the file. */
export type IncomingCall = {
  id: RowId;
  ordinal: number;
  line: number;
  /** Redacted already; how often each rule struck. */
  record: CallRecord;
  redactions: Counts;
  /** Bytes of its messages, where the workspace keeps them. */
  media: readonly Media[];
  /** All that is to be written of it, worked out ahead in case that it is new; see `Ahead`. */
  ahead: Ahead | null;
};

/** What was worked out of a call before it was known what is stored. */
export type Ahead = {
  call: DerivedCall;
  /** What was stored then: its nodes are left out, and must still be there when this is used. */
  sent: SentNodes;
};

export type Conflict = { ordinal: number; line: number; reason: string; excerpt: string };

export type BatchPlan = {
  batch: CallBatch;
  callsNew: number;
  callsKnown: number;
  callsCompleted: number;
  conflicts: Conflict[];
  newCalls: DerivedCall[];
  /** How often each rule struck in the new calls. */
  redactions: Counts;
};

/** What is stored of a call: its row, and its record if somebody needs to fold onto it. */
export type Stored = { row: CallRow; record: () => Promise<CallRecord> };

/** Says of calls in their order whether one before them was asked alike. */
type MarkRepeats = (
  calls: readonly { derived: DerivedCall; before: CallRow | null }[],
) => Promise<DerivedCall[]>;

type Scope = {
  workspaceId: WorkspaceId;
  importId: RowId;
  digest: KeyedDigest;
  /** The nodes that this import has stored, and that are there. */
  sent: SentNodes;
};

type Entry = {
  ordinal: number;
  stored: Stored | null;
  record: CallRecord;
  /** What was worked out of that record ahead. */
  derived: DerivedCall | null;
  redacted: boolean;
  dirty: boolean;
};

/**
 * Folds a batch of incoming calls onto each other and onto what is stored, and says what to write.
 * The same call twice in a batch counts once as new and once as known, as it would in two batches.
 */
export async function planBatch(
  scope: Scope,
  incoming: readonly IncomingCall[],
  stored: ReadonlyMap<RowId, Stored>,
  marked: MarkRepeats,
): Promise<BatchPlan> {
  const entries = new Map<RowId, Entry>();
  const conflicts: Conflict[] = [];
  const said: TraceRow[] = [];
  let [callsKnown, callsCompleted] = [0, 0];
  let redactions = NO_COUNTS;
  for (const call of incoming) {
    const entry = entries.get(call.id);
    const before = stored.get(call.id);
    if (!entry && !before) {
      entries.set(call.id, {
        ordinal: call.ordinal,
        stored: null,
        record: call.record,
        derived: call.ahead?.sent === scope.sent ? call.ahead.call : null,
        redacted: isRedacted(call),
        dirty: true,
      });
      redactions = addCounts(redactions, call.redactions);
      continue;
    }
    callsKnown += 1;
    if (!entry && before?.row.contentId === contentIdOf(call.record, scope.digest)) continue;
    const base = entry ?? (await openEntry(call, before));
    const folded = foldCall(base.record, call.record);
    if (folded.changed === "completed") callsCompleted += 1;
    if (folded.changed === "conflicting") {
      conflicts.push(conflictOf(call));
      said.push(...saidOfTrace(scope, call.record));
    }
    const isCompleted = folded.changed === "completed";
    entries.set(call.id, {
      ...base,
      record: folded.call,
      derived: isCompleted ? null : base.derived,
      redacted: base.redacted || (isCompleted && isRedacted(call)),
      dirty: base.dirty || isCompleted,
    });
  }
  const written = [...entries].filter(([, entry]) => entry.dirty);
  const calls = await marked(
    written.map(([id, entry]) => ({
      derived: derivedOf(scope, id, entry),
      before: entry.stored?.row ?? null,
    })),
  );
  const derived = calls.map((call) => ({ stored: entries.get(call.row.id)?.stored ?? null, call }));
  const newCalls = derived.filter((one) => !one.stored).map((one) => one.call);
  return {
    batch: collect(derived, said),
    callsNew: newCalls.length,
    callsKnown,
    callsCompleted,
    conflicts,
    newCalls,
    redactions,
  };
}

function derivedOf({ workspaceId, importId, digest }: Scope, id: RowId, entry: Entry): DerivedCall {
  const place = entry.stored?.row ?? { importId, ordinal: entry.ordinal };
  const call = entry.derived ?? deriveCall(workspaceId, id, entry.record, place, digest);
  return entry.redacted ? { ...call, row: { ...call.row, redacted: true } } : call;
}

async function openEntry(call: IncomingCall, before: Stored | undefined): Promise<Entry> {
  if (!before) throw new Error("a call is either new or stored");
  const { redacted } = before.row;
  const record = await before.record();
  return { ordinal: call.ordinal, stored: before, record, derived: null, redacted, dirty: false };
}

const isRedacted = ({ redactions }: IncomingCall) => Object.keys(redactions).length > 0;

const conflictOf = ({ ordinal, line, record }: IncomingCall): Conflict => ({
  ordinal,
  line,
  excerpt: excerptOfJson(record),
  reason:
    "A call with the same trace and span id is already here with other content. The first is kept; give each call its own span id.",
});

function collect(
  derived: readonly { stored: Stored | null; call: DerivedCall }[],
  said: readonly TraceRow[],
): CallBatch {
  const all = derived.map((one) => one.call);
  const isNew = derived.filter((one) => !one.stored).map((one) => one.call.row);
  const completed = derived.filter((one) => one.stored).map((one) => one.call.row);
  return {
    nodes: distinct(all.flatMap((call) => call.nodes)),
    settings: distinct(all.flatMap((call) => call.settings ?? [])),
    traces: mergeTraces([...all.flatMap((call) => call.trace ?? []), ...said]),
    clusters: distinct(all.map((call) => call.cluster)),
    kinds: distinct(all.map((call) => call.kind)),
    newCalls: isNew,
    completedCalls: completed,
    deltas: sumDeltas([
      ...all.map((call) => deltaOf(call.row, 1)),
      ...derived.flatMap((one) => (one.stored ? deltaOf(one.stored.row, -1) : [])),
    ]),
  };
}

function distinct<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

type TraceRow = NonNullable<DerivedCall["trace"]>;

function mergeTraces(rows: readonly TraceRow[]): TraceRow[] {
  const merged = new Map<RowId, TraceRow>();
  for (const row of rows) {
    const one = merged.get(row.id);
    merged.set(row.id, one ? mergeTrace(one, row) : row);
  }
  return [...merged.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function mergeTrace(a: TraceRow, b: TraceRow): TraceRow {
  return {
    ...a,
    environment: a.environment ?? b.environment,
    ...agreedOutcome(a, b),
    startedAt: pick(a.startedAt, b.startedAt, "earlier"),
    endedAt: pick(a.endedAt, b.endedAt, "later"),
  };
}

/** What contradicts itself is unknown for good, so that no order of records matters. */
function agreedOutcome(a: TraceRow, b: TraceRow) {
  const [one, other] = [a.outcome ?? null, b.outcome ?? null];
  const differ = one !== null && other !== null && one !== other;
  const outcomeConflict = differ || a.outcomeConflict === true || b.outcomeConflict === true;
  return { outcomeConflict, outcome: outcomeConflict ? null : (one ?? other) };
}

/** What a call that is not kept says of its run's outcome: it may contradict what is. */
function saidOfTrace({ workspaceId, importId, digest }: Scope, record: CallRecord): TraceRow[] {
  const { traceId, traceOutcome: outcome } = record;
  const id = traceRowId(traceId, digest);
  if (id === null || outcome === null) return [];
  const sourceTraceId = traceId ?? "";
  return [{ workspaceId, importId, id, sourceTraceId, outcome, outcomeConflict: false }];
}

/** ISO times in UTC compare as text. */
function pick(
  a: string | null | undefined,
  b: string | null | undefined,
  which: "earlier" | "later",
) {
  if (!a || !b) return a ?? b ?? null;
  return a < b === (which === "earlier") ? a : b;
}
