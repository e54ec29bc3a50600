import type { Transaction } from "@/db/client";
import { listNodeBodies, listSettingsBodies } from "@/db/queries/spans/list-bodies";
import { listTraceCallRows, listTraceSpans } from "@/db/queries/spans/list-trace-spans";
import type { calls } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { FoldedSpan } from "@/lib/spans/fold-span";
import type { SpanRecord } from "@/lib/spans/span";
import { type Bodies, namedNodes, type SpanRow, unpackSpan } from "./unpack-span";

export type CallRow = typeof calls.$inferSelect;

/** An item of the batch that speaks of a span, and what it brought. */
export type Touch = { item: number; changed: FoldedSpan["changed"] | "new" };

export type HeldSpan = {
  /** Null while it is not stored. */
  row: SpanRow | null;
  span: SpanRecord;
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

const heldSpan = (row: SpanRow, bodies: Bodies): HeldSpan => ({
  row,
  span: unpackSpan(row, bodies),
  dirty: false,
  redacted: row.redacted,
  touches: [],
});

/** Reads the stored spans and calls of locked traces, each message once. */
export async function holdTraces(
  tx: Transaction,
  workspaceId: WorkspaceId,
  traces: readonly { id: RowId; sourceTraceId: string }[],
  isNew: ReadonlySet<RowId>,
): Promise<HeldTrace[]> {
  const known = traces.filter(({ id }) => !isNew.has(id)).map(({ id }) => id);
  const rows = known.length === 0 ? [] : await listTraceSpans(tx, workspaceId, known);
  const callRows = known.length === 0 ? [] : await listTraceCallRows(tx, workspaceId, known);
  const settings = rows.flatMap((row) => row.settingsId ?? []);
  const bodies = {
    nodes: await listNodeBodies(tx, workspaceId, rows.flatMap(namedNodes)),
    settings: await listSettingsBodies(tx, workspaceId, settings),
  };
  return traces.map((trace) => ({
    ...trace,
    isNew: isNew.has(trace.id),
    spans: new Map(
      rows
        .filter((row) => row.traceId === trace.id)
        .map((row) => [row.sourceSpanId, heldSpan(row, bodies)]),
    ),
    calls: new Map(callRows.filter((row) => row.traceId === trace.id).map((row) => [row.id, row])),
  }));
}
