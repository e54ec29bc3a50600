import type { Transaction } from "@/db/client";
import { listNodeBodies, listSettingsBodies } from "@/db/queries/spans/list-bodies";
import { listTraceCallRows, listTraceSpans } from "@/db/queries/spans/list-trace-spans";
import type { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { NodeBodies } from "./node-bodies";
import type { FoldedSpan } from "@/lib/spans/fold-span";
import type { SpanRecord } from "@/lib/spans/span";
import { type Bodies, isInPieces, namedNodes, type SpanRow, unpackSpan } from "./unpack-span";

export type CallRow = typeof calls.$inferSelect;

/** An item of the batch that speaks of a span, and what it brought. */
export type Touch = { item: number; changed: FoldedSpan["changed"] | "new" };

export type HeldSpan = {
  /** Null while it is not stored. */
  row: SpanRow | null;
  span: SpanRecord;
  /** Whether its conversation is held; else stand-ins name it. */
  whole: boolean;
  dirty: boolean;
  /** Whether a rule of redaction struck in any of its records. */
  redacted: boolean;
  /** In the order of the batch; records that had waited are not among them. */
  touches: Touch[];
};

/** All that is known of a trace, locked. */
export type HeldTrace = {
  id: RowId;
  sourceTraceId: string;
  isNew: boolean;
  /** By the source's span id. */
  spans: Map<string, HeldSpan>;
  calls: Map<RowId, CallRow>;
};

const heldSpan = (row: SpanRow, bodies: Bodies, whole: boolean): HeldSpan => ({
  row,
  span: unpackSpan(row, bodies, whole),
  whole,
  dirty: false,
  redacted: row.redacted,
  touches: [],
});

/**
 * Reads the stored spans and calls of locked traces. Conversations are read of the touched spans
 * alone, each message once: so a batch needs memory for what it brings, not for its traces.
 *
 * @param touched the source's ids of the spans that a batch speaks of, by trace
 */
export async function holdTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  traces: readonly { id: RowId; sourceTraceId: string }[],
  isNew: ReadonlySet<RowId>,
  touched: ReadonlyMap<RowId, ReadonlySet<string>>,
): Promise<HeldTrace[]> {
  const known = traces.filter(({ id }) => !isNew.has(id)).map(({ id }) => id);
  const rows = known.length === 0 ? [] : await listTraceSpans(tx, workspaceId, known);
  const callRows = known.length === 0 ? [] : await listTraceCallRows(tx, workspaceId, known);
  const isWhole = (row: SpanRow) =>
    isInPieces(row) || (touched.get(row.traceId)?.has(row.sourceSpanId) ?? false);
  const named = rows.filter(isWhole).flatMap(namedNodes);
  const settings = rows.flatMap((row) => row.settingsId ?? []);
  const bodies = {
    nodes: new NodeBodies(await listNodeBodies(tx, workspaceId, named)),
    settings: await listSettingsBodies(tx, workspaceId, settings),
  };
  const held = new Map<string | null, HeldTrace>(
    traces.map((trace) => [
      trace.id,
      { ...trace, isNew: isNew.has(trace.id), spans: new Map(), calls: new Map() },
    ]),
  );
  for (const row of rows) {
    held.get(row.traceId)?.spans.set(row.sourceSpanId, heldSpan(row, bodies, isWhole(row)));
  }
  for (const row of callRows) held.get(row.traceId)?.calls.set(row.id, row);
  return [...held.values()];
}
