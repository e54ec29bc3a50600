import type { ImportChange } from "@/db/commands/advance-imports";
import type { RowId } from "@/lib/ids";
import type { CallRow } from "./held-trace";
import type { PlannedCall, TracePlan } from "./plan-trace";

type Change = Partial<ImportChange>;

/** What a batch changes in the receipts, of its own import and of those whose calls settled anew. */
export class ReceiptChanges {
  readonly byImport = new Map<RowId, Change>();

  add(importId: RowId, change: Change): void {
    const sum: Record<string, number> = { ...this.byImport.get(importId) };
    for (const [key, value] of Object.entries(change)) sum[key] = (sum[key] ?? 0) + value;
    this.byImport.set(importId, sum);
  }

  /**
   * Counts what became of a trace. Each item of the batch ends as new, known or other; a call that
   * an earlier item turns out to be moves there from other, one that merges stays counted as new.
   */
  look(importId: RowId, plan: TracePlan): void {
    const newSpans = new Set<string>();
    for (const call of plan.calls) {
      if (call.before === null) newSpans.add(call.derived.record.spanId ?? "");
      this.#lookAtCall(call, plan);
    }
    for (const { before } of plan.merges) {
      const wasLive = before.mergedInto === null;
      if (wasLive) this.add(before.importId, { mergedLater: 1, ...flags(before, -1) });
    }
    for (const [spanId, { touches }] of plan.trace.spans) {
      touches.forEach(({ changed }, at) => {
        this.add(importId, { records: 1 });
        if (!plan.callSpans.has(spanId)) this.add(importId, { other: 1 });
        else if (at === 0 && newSpans.has(spanId)) this.add(importId, { callsNew: 1 });
        else this.add(importId, knownAs(changed));
      });
    }
    if (plan.trace.isNew) this.add(importId, { tracesNew: 1 });
  }

  #lookAtCall({ derived, before }: PlannedCall, { trace }: TracePlan): void {
    const { row, record } = derived;
    this.add(row.importId, flags(row, 1));
    if (before === null) {
      const isLate = trace.spans.get(record.spanId ?? "")?.touches.length === 0;
      if (isLate) this.add(row.importId, { callsNew: 1, other: -1 });
    } else if (before.mergedInto === null) this.add(before.importId, flags(before, -1));
    else this.add(before.importId, { mergedLater: -1 });
  }
}

const knownAs = (changed: "nothing" | "completed" | "conflicting" | "new"): Change => ({
  callsKnown: 1,
  ...(changed === "completed" && { callsCompleted: 1 }),
  ...(changed === "conflicting" && { callsConflicting: 1 }),
});

type Flagged = Pick<CallRow, "errored" | "withoutGroundTruth" | "withoutText"> & {
  redacted?: boolean | undefined;
  nearDuplicate?: boolean | undefined;
};

const flags = (row: Flagged, sign: 1 | -1): Change => ({
  errored: row.errored ? sign : 0,
  withoutGroundTruth: row.withoutGroundTruth ? sign : 0,
  withoutText: row.withoutText ? sign : 0,
  redacted: row.redacted ? sign : 0,
  nearDuplicate: row.nearDuplicate ? sign : 0,
});
