import type { imports } from "@/db/schema";
import type { Receipt } from "@/lib/imports/receipt";

const iso = (time: string) => new Date(time).toISOString();

/** The receipt of an import's row. */
export function toReceipt(row: typeof imports.$inferSelect): Receipt {
  const rejected = row.other + row.unparseable + row.callsConflicting;
  return {
    import: row.id,
    state: row.state,
    name: row.name,
    format: row.format,
    problem: row.problem,
    bytes: { total: row.bytesTotal, received: row.bytesReceived, read: row.bytesRead },
    records: row.records,
    calls: {
      new: row.callsNew,
      known: row.callsKnown,
      known_of_which: { completed: row.callsCompleted, conflicting: row.callsConflicting },
    },
    other: row.other,
    unparseable: row.unparseable,
    merged_later: row.mergedLater,
    traces: row.tracesNew,
    flags: {
      errored: row.errored,
      without_ground_truth: row.withoutGroundTruth,
      without_text: row.withoutText,
      near_duplicate: row.nearDuplicate,
      redacted: row.redacted,
    },
    redactions: row.redactions,
    warnings: row.warnings,
    found: row.found,
    rejected_url: rejected === 0 ? null : `/api/v1/imports/${row.id}/rejected`,
    started_at: iso(row.createdAt),
    finished_at: row.finishedAt && iso(row.finishedAt),
  };
}
