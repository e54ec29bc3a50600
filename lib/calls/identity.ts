import { canonicalJson } from "@/lib/calls/canonical";
import type { KeyedDigest, RowId } from "@/lib/ids";

/** The row id of a trace, from its id in the source; null for a call outside any trace. */
export function traceRowId(sourceTraceId: string | null, digest: KeyedDigest): RowId | null {
  return sourceTraceId === null ? null : digest("trace", sourceTraceId);
}

export type CallSource = {
  traceId: string | null;
  spanId: string | null;
  /** The record as it was read; it names the call when there is no span id. */
  record: unknown;
  /** How many identical records came before it in the same file. */
  occurrence: number;
};

/**
 * The row id of a call: from its trace and span, so that a second view of it finds the first; else
 * from the whole record and its occurrence number, so that the same file sent again is known
 * while two equal lines of one file stay two calls.
 */
export function callRowId(source: CallSource, digest: KeyedDigest): RowId {
  if (source.spanId !== null) return digest("call", source.traceId, source.spanId);
  return digest("record", canonicalJson(source.record), String(source.occurrence));
}

/** Names a record by what it says, to count the occurrences of identical ones in a file. */
export function recordDigest(record: unknown, digest: KeyedDigest): RowId {
  return digest("identical", canonicalJson(record));
}
