import type { Transaction } from "@/db/client";
import { listNodeBodies, listSettingsBodies } from "@/db/queries/spans/list-bodies";
import { listPieces, listTraceCallRows, listTraceSpans } from "@/db/queries/spans/list-trace-spans";
import type { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { FoldedSpan } from "@/lib/spans/fold-span";
import type { SpanRecord } from "@/lib/spans/span";
import { NodeBodies } from "./node-bodies";
import type { PackedSpan } from "./pack-span";
import type { NamedTrace } from "./span-links";
import type { TraceState } from "./trace-state";
import { namedNodes, type SpanRow, statedBy, unpackSpan } from "./unpack-span";

export type CallRow = typeof calls.$inferSelect;

/** An item of the batch that speaks of a span, and what it brought. */
export type Touch = { item: number; changed: FoldedSpan["changed"] | "new" };

export type HeldSpan = {
  /** Null while it is not stored. */
  row: SpanRow | null;
  /** As it was stored. */
  before: SpanRecord | null;
  span: SpanRecord;
  /** Whether its conversation is held; else stand-ins name it. */
  whole: boolean;
  dirty: boolean;
  /** As it is to be stored, once all that came of it was folded; null when nothing new came. */
  packed: PackedSpan | null;
  /** Whether a rule of redaction struck in any of its records. */
  redacted: boolean;
  /** In the order of the batch; records that had waited are not among them. */
  touches: Touch[];
};

/** A trace, locked: all that is known of it, or the part that a batch may change. */
export type HeldTrace = {
  id: RowId;
  sourceTraceId: string;
  isNew: boolean;
  /** What the trace as a whole had come to, when only a part of it is held. */
  state: TraceState | null;
  /** By the source's span id. */
  spans: Map<string, HeldSpan>;
  calls: Map<RowId, CallRow>;
};

/** The source's ids of the spans that a batch speaks of, by trace. */
export type Touched = ReadonlyMap<RowId, ReadonlySet<string>>;

/** A trace of which nothing is held yet. */
export const emptyTrace = (
  { id, sourceTraceId }: NamedTrace,
  isNew: boolean,
  state: TraceState | null,
): HeldTrace => ({ id, sourceTraceId, isNew, state, spans: new Map(), calls: new Map() });

/**
 * Reads the stored spans and calls of locked traces. Conversations are read of the touched spans
 * alone, each message once: so a batch needs memory for what it brings, not for its traces.
 */
export async function holdTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  traces: readonly NamedTrace[],
  isNew: ReadonlySet<RowId>,
  touched: Touched,
): Promise<HeldTrace[]> {
  const known = traces.filter(({ id }) => !isNew.has(id)).map(({ id }) => id);
  const rows = known.length === 0 ? [] : await listTraceSpans(tx, workspaceId, known);
  const callRows = known.length === 0 ? [] : await listTraceCallRows(tx, workspaceId, known);
  const held = traces.map((trace) => emptyTrace(trace, isNew.has(trace.id), null));
  await holdRows(tx, workspaceId, held, rows, touched);
  const byId = new Map<string | null, HeldTrace>(held.map((trace) => [trace.id, trace]));
  for (const row of callRows) byId.get(row.traceId)?.calls.set(row.id, row);
  return held;
}

/** Puts stored spans into their traces. */
export async function holdRows(
  tx: Transaction,
  workspaceId: WorkspaceId,
  traces: readonly HeldTrace[],
  rows: readonly SpanRow[],
  touched: Touched,
): Promise<void> {
  const byId = new Map(traces.map((trace) => [trace.id, trace]));
  // a conversation in pieces that was stored before its ends were kept is put together, and stored again
  const isOpen = (row: SpanRow) =>
    row.inPieces && row.requestNodeId === null && row.responseNodeId === null;
  const isWhole = (row: SpanRow) =>
    isOpen(row) || (touched.get(row.traceId)?.has(row.sourceSpanId) ?? false);
  const whole = rows.filter(isWhole);
  const inPieces = whole.filter((row) => row.inPieces).map(({ id }) => id);
  const pieces = await listPieces(tx, workspaceId, inPieces);
  const stated = new Map(whole.map((row) => [row.id, statedBy(row, pieces.get(row.id))]));
  const named = [...stated.values()].flatMap(namedNodes);
  const settings = rows.flatMap((row) => row.settingsId ?? []);
  const bodies = {
    nodes: new NodeBodies(await listNodeBodies(tx, workspaceId, named)),
    settings: await listSettingsBodies(tx, workspaceId, settings),
  };
  for (const row of rows) {
    const span = unpackSpan(row, bodies, stated.get(row.id) ?? null);
    byId.get(row.traceId)?.spans.set(row.sourceSpanId, {
      row,
      before: span,
      span,
      whole: stated.has(row.id),
      dirty: isOpen(row),
      packed: null,
      redacted: row.redacted,
      touches: [],
    });
  }
}
